namespace Commands;

/// <summary>What the process says at its end.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A run failed, or the result is incomplete.</summary>
    public const int Incomplete = 1;

    /// <summary>A config, an option or a directory cannot be used.</summary>
    public const int BadInput = 2;

    /// <summary>No space, or the file system was lost.</summary>
    public const int NoSpace = 3;

    /// <summary>Ctrl-C: 128 + SIGINT.</summary>
    public const int Interrupted = 130;

    /// <summary>128 + SIGTERM.</summary>
    public const int Terminated = 143;
}
