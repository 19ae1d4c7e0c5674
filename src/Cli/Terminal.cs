namespace Cli;

/// <summary>Where results and messages go.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Messages and progress.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error)
{
    private const int WidthOfAFile = 500;

    /// <summary>True where a line of messages can be overwritten.</summary>
    public bool IsErrorLive { get; init; }

    /// <summary>True where results may carry colours.</summary>
    public bool HasColours { get; init; }

    /// <summary>Characters of a line of results.</summary>
    public int Width { get; init; } = WidthOfAFile;

    /// <summary>True where the lines of tables can be drawn with more than ASCII.</summary>
    public bool HasBoxes { get; init; }

    public static Terminal OfThisProcess()
    {
        var isOutLive = !Console.IsOutputRedirected && !IsDumb;
        return new Terminal(Console.Out, Console.Error)
        {
            IsErrorLive = !Console.IsErrorRedirected && !IsDumb,
            HasColours = isOutLive && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            Width = isOutLive && Console.WindowWidth > 0 ? Console.WindowWidth : WidthOfAFile,
            HasBoxes = isOutLive && Console.OutputEncoding.CodePage == 65001,
        };
    }

    /// <summary>True for what a stream says that is full, closed, or a terminal that went away.</summary>
    public static bool IsLost(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>Writes a message where that is possible.</summary>
    public void TrySay(string message)
    {
        try
        {
            Error.WriteLine(message);
        }
        catch (Exception exception) when (IsLost(exception))
        {
            // Nobody is left to be told.
        }
    }

    private static bool IsDumb => Environment.GetEnvironmentVariable("TERM") == "dumb";
}
