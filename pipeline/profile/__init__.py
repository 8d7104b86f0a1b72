"""What an officer, a province or a year can change: schema and loader of templates/<licence>/."""
