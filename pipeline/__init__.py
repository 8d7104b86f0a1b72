"""The dossier pipeline: a client's folder and a licence profile in; a package, a report and a proof out."""
