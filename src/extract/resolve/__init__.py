"""What the mentions refer to: status, calendar, roles, exposures, the incident."""
