"""What is known of a project while its document is read: its form, and whether there is one at all."""
