def instructions():
    return ()
