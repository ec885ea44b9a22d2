"""A call played by a group on one screen: proposals, a show of hands, a lock or a fork, and the sheet at the end. No view stands here."""
