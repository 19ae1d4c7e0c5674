using Commands.Screen;

namespace Commands;

/// <summary>Where results and messages go.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Messages and progress.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error)
{
    /// <summary>Results; what comes from data among them can do nothing to a terminal.</summary>
    public TextWriter Out { get; private init; } = new Printable(Out);

    /// <summary>Messages; where they cannot be written any more, they are dropped.</summary>
    public TextWriter Error { get; private init; } = new Printable(Error) { IsDispensable = true };

    /// <summary>Where tables are drawn, in colours maybe.</summary>
    public TextWriter Canvas { get; } = Out;

    /// <summary>Where a line is overwritten.</summary>
    public TextWriter Live { get; } = Error;

    /// <summary>The width of what is no terminal: a pipe or a file.</summary>
    public const int Unlimited = int.MaxValue;

    /// <summary>True where a line of messages can be overwritten.</summary>
    public bool IsErrorLive { get; init; }

    /// <summary>True where results may carry colours.</summary>
    public bool HasColours { get; init; }

    /// <summary>Characters of a line of results; lines of prose are broken there.</summary>
    public int Width
    {
        get;
        init => (field, Out) = (value, value == Unlimited ? Out : new Prose(Out, value));
    } = Unlimited;

    /// <summary>Characters of a line of messages, which are broken there.</summary>
    public int ErrorWidth
    {
        get;
        init => (field, Error) = (value, value == Unlimited ? Error : new Prose(Error, value));
    } = Unlimited;

    /// <summary>True where the lines of tables can be drawn with more than ASCII.</summary>
    public bool HasBoxes { get; init; }

    /// <summary>Says what is not wrong, but may not be expected.</summary>
    public void Note(string note) => Error.WriteLine($"note: {note}");

    public static Terminal OfThisProcess()
    {
        var isDumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
        var isOutLive = !Console.IsOutputRedirected && !isDumb;
        return new Terminal(Console.Out, Console.Error)
        {
            IsErrorLive = !Console.IsErrorRedirected && !isDumb,
            HasColours = isOutLive && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            Width = Console.IsOutputRedirected ? Unlimited : WindowWidth,
            ErrorWidth = Console.IsErrorRedirected ? Unlimited : WindowWidth,
            HasBoxes = isOutLive && Console.OutputEncoding.CodePage == 65001,
        };
    }

    /// <summary>True for what a stream says that is full, closed, or a terminal that went away.</summary>
    public static bool IsLost(Exception exception) => exception is IOException or UnauthorizedAccessException;

    private static int WindowWidth => Console.WindowWidth > 0 ? Console.WindowWidth : Unlimited;
}
