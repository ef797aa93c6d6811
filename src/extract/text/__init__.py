"""What a text is: its source, its folded twin, its lines and sentences."""
