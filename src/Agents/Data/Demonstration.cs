namespace Agents.Data;

/// <summary>
/// How a statement, or a lever, is seen: what its switch and its full intensity are to move, in which world and, where that
/// hides it, at which setting. Settings are written KEY=VALUE for the whole run, or KEY=VALUE@TICK from that tick on.
/// </summary>
/// <param name="Id">That of a <see cref="Mechanism"/>, or of a lever a name of its own, such as L12.</param>
/// <param name="Statistic">What is measured, a statistic as a config writes it: <c>mean: support, from: 52</c>.</param>
/// <param name="Sign">Which way the statement moves it.</param>
/// <param name="Full">The value of the intensity, or of the lever, that counts as full, as a config writes it; empty where there is nothing to turn.</param>
/// <param name="World">The settings of the world of the defaults in which the statement speaks.</param>
public sealed record Demonstration(string Id, string Statistic, ClaimedSign Sign, string Full, IReadOnlyList<string> World)
{
    /// <summary>The settings at which it shows most, beside those of its world or in their place; none where the defaults are such.</summary>
    public IReadOnlyList<string> ShowsAt { get; init; } = [];

    /// <summary>All settings of the world in which it shows most.</summary>
    public IReadOnlyList<string> There => [.. World.Where(setting => !ShowsAt.Any(other => TargetOf(other) == TargetOf(setting))), .. ShowsAt];

    /// <summary>The key of a lever, whose absence is its default; empty for a statement, which its mechanism's switch takes away.</summary>
    public string Lever { get; init; } = "";

    /// <summary>The tick from which a lever is pulled; 0 for the whole run.</summary>
    public int PulledAt { get; init; }

    /// <summary>Steps of its runs where those of the study are too few for it to show; 0 for as many as those.</summary>
    public int Ticks { get; init; }

    /// <summary>What a reader should know of it, such as why nothing shows; or empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>The key of a setting, and the tick from which it holds.</summary>
    private static (string Key, string Tick) TargetOf(string setting)
    {
        var parts = setting.Split('=', '@');
        return (parts[0], parts.ElementAtOrDefault(2) ?? "");
    }
}

/// <summary>Which way a statement moves what it is about.</summary>
public enum ClaimedSign
{
    /// <summary>It says that it moves it, not which way.</summary>
    Either,

    /// <summary>Up.</summary>
    Up,

    /// <summary>Down.</summary>
    Down,
}

/// <summary>The study in which a model's statements and levers are seen.</summary>
public sealed record DemonstrationStudy
{
    /// <summary>Steps of a run.</summary>
    public required int Ticks { get; init; }

    /// <summary>Ticks between two rows of measures.</summary>
    public int Every { get; init; } = 1;

    /// <summary>Settings of all worlds, KEY=VALUE.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>The outcome, or the group of outcomes, whose share is told beside what each row is about; empty where the model has none.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>One row for each statement and lever, in the order of the table.</summary>
    public required IReadOnlyList<Demonstration> Rows { get; init; }
}
