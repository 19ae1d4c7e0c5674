using System.Text.RegularExpressions;

namespace Experiments.Causes;

/// <summary>What is asked of a run by a world that differs from it.</summary>
internal enum Question
{
    /// <summary>Whether it ends now as it is stored.</summary>
    Again,

    /// <summary>How it ends without any claim, or any lever.</summary>
    None,

    /// <summary>How it ends without one cause.</summary>
    Without,

    /// <summary>How it ends with one cause and no other of its kind.</summary>
    Alone,
}

/// <summary>A world in which a run is played again.</summary>
/// <param name="Name">Ends the name of the scenario.</param>
/// <param name="Question">What it is for.</param>
/// <param name="IsOfLevers">Whether levers are taken out, or claims.</param>
/// <param name="Cause">The cause that it is about; null for none.</param>
/// <param name="Out">The causes that it takes out.</param>
internal sealed partial record World(string Name, Question Question, bool IsOfLevers, Cause? Cause, IReadOnlyList<Cause> Out)
{
    /// <summary>All worlds of these causes: the run again, then the claims, then the levers.</summary>
    public static IReadOnlyList<World> All(IReadOnlyList<Cause> causes) =>
        [new("again", Question.Again, false, null, []), .. Of([.. causes.Where(cause => !cause.IsLever)], false), .. Of([.. causes.Where(cause => cause.IsLever)], true)];

    private static IEnumerable<World> Of(IReadOnlyList<Cause> causes, bool areLevers)
    {
        if (causes.Count == 0)
            return [];
        List<Cause> removable = [.. causes.Where(cause => !cause.IsGround)];
        return
        [
            new(areLevers ? "no-levers" : "no-claims", Question.None, areLevers, null, removable),
            .. causes.Select(cause => new World($"without-{Word(cause)}", Question.Without, areLevers, cause, [cause])),
            .. removable.Select(cause => new World($"alone-{Word(cause)}", Question.Alone, areLevers, cause, [.. removable.Where(other => other != cause)])),
        ];
    }

    private static string Word(Cause cause) => NoWord().Replace(cause.Id.ToLowerInvariant(), "-");

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NoWord();
}
