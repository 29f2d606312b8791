# complaints
