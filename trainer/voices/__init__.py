"""How a customer's move becomes words."""
