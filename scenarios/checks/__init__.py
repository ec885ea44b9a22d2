"""What is looked for in a file once it is YAML: the shape of its values, the names in it, and whether it makes sense."""
