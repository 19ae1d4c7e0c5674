namespace Agents.Benchmarks.Classics;

/// <summary>The commands w2, w3 and w4: a classic beside C++, naive and best, and the simplest C#, at all its sizes.</summary>
internal static class ClassicCommand
{
    private const string Naive = "C++ naive";
    private const string Best = "C++ best";
    private const string Keyed = "C++ keyed";
    private const string Simple = "C# simple";
    private const string Scalar = "framework, one by one";
    private const string Framework = "framework";

    private const string Notes = """
        All contestants took turns in one process tree, one thread each. "C++ naive" is what one writes first: agents as structs, a
        grid of their numbers, nested loops over the neighbours, the standard library's shuffle. "C++ best" is the quickest C++
        that we know how to write without intrinsics: bytes on a grid with a margin or a table of the cells in sight, free cells
        found by trying. Both draw from one xoshiro256++, "C# simple" from System.Random. "C++ keyed" has the text of "C++ best"
        but the framework's keyed Philox draws, and ended with the framework's bits in every replication. The others agree with
        the framework on average, within five standard errors. Making the initial state is not counted. A cell gives the median
        over the rounds with the least and the most.
        """;

    private static readonly string[] Contestants = [Naive, Best, Keyed, Simple, Scalar, Framework];

    private static readonly (string Contestant, string Other)[] Comparisons = [.. Contestants[..^1].Select(other => (Framework, other))];

    public static Section MeasureSegregation(Session session) => Measure(session, "w2", "Schelling's segregation", SegregationWorkload.Sizes, 3);

    public static Section MeasureViolence(Session session) => Measure(session, "w3", "Epstein's civil violence", ViolenceWorkload.Sizes, 10);

    public static Section MeasureExchange(Session session) => Measure(session, "w4", "the exchange of wealth", ExchangeWorkload.Sizes, 1);

    private static Section Measure(Session session, string program, string title, IReadOnlyList<Classic> sizes, int wanted)
    {
        var reference = session.Reference;
        // The first contest warms up the compiler and is forgotten.
        ContestOf(program, sizes[0], reference).Run(1, 0.5);
        var (rounds, seconds) = session.IsQuick ? (5, 0.1) : (15, 0.2);
        Console.WriteLine(FormattableString.Invariant($"{rounds} rounds"));
        var standings = sizes.Select(size => ContestOf(program, size, reference).Run(rounds, seconds)).ToList();
        return new Section(title, $"{Reference.About(reference)}\n{Notes}", ContestTable.Of(standings, Contestants, Comparisons), [GoalOf(standings, wanted)]);
    }

    // The goal is set by the naive form; how far the best one is stands beside it.
    private static Goal GoalOf(List<Standing> standings, int wanted)
    {
        double? Least(string other) => standings[0].Has(other) ? standings.Min(standing => standing.Ratio(Framework, other)) : null;
        var goal = Goal.AtLeast(wanted, Least(Naive), $"times as fast as naive C++, least of its sizes, on the text that a modeller writes: at least {wanted}");
        return Least(Best) is { } best ? goal with { Measured = FormattableString.Invariant($"{goal.Measured}; of the best C++ {best:0.00}") } : goal;
    }

    private static Contest ContestOf(string program, Classic classic, Reference? reference)
    {
        var contest = new Contest(classic.Size, classic.Measures);
        if (reference is not null)
        {
            contest.Enter(Naive, isKeyed: false, (first, seconds) => classic.RunReference(reference, program, "naive", first, seconds));
            contest.Enter(Best, isKeyed: false, (first, seconds) => classic.RunReference(reference, program, "best", first, seconds));
            contest.Enter(Keyed, isKeyed: true, (first, seconds) => classic.RunReference(reference, program, "keyed", first, seconds));
        }
        contest.Enter(Simple, isKeyed: false, classic.RunSimple);
        contest.Enter(Scalar, isKeyed: true, replication => classic.RunModel(replication, usesBlockForms: false));
        contest.Enter(Framework, isKeyed: true, replication => classic.RunModel(replication, usesBlockForms: true));
        return contest;
    }
}
