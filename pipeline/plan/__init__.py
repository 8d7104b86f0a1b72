"""What is to be gathered and when: the tailored materials list, the timetable and the calendar file."""
