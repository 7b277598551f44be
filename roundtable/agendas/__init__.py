"""What files bring: agendas in Markdown, the folders they lie in, lists of people, sessions as JSON."""
