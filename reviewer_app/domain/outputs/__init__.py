"""What outputs are made of: tables, messages, mails."""
