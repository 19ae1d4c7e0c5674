namespace Agents.Benchmarks.Classics;

/// <summary>The commands w2, w3 and w4: a classic beside plain C++ and the simplest C#, at all its sizes.</summary>
internal static class ClassicCommand
{
    private const string Plain = "C++ plain";
    private const string Keyed = "C++ keyed";
    private const string Simple = "C# simple";
    private const string Scalar = "framework, without twins";
    private const string Framework = "framework";

    private const string Notes = """
        All contestants took turns in one process tree, one thread each. "C++ plain" draws from one xoshiro256++, "C# simple" from
        System.Random; "C++ keyed" has the rules of "C++ plain" but the framework's keyed Philox draws, and ended with the
        framework's bits in every replication. The others agree with the framework on average, within five standard errors. Making
        the initial state is not counted. A cell gives the median over the rounds with the least and the most.
        """;

    private static readonly string[] Contestants = [Plain, Keyed, Simple, Scalar, Framework];

    private static readonly (string Contestant, string Other)[] Comparisons = [.. Contestants[..^1].Select(other => (Framework, other))];

    public static Section MeasureSegregation(Session session) => Measure(session, "w2", "Schelling's segregation", SegregationWorkload.Sizes);

    public static Section MeasureViolence(Session session) => Measure(session, "w3", "Epstein's civil violence", ViolenceWorkload.Sizes);

    public static Section MeasureExchange(Session session) => Measure(session, "w4", "the exchange of wealth", ExchangeWorkload.Sizes);

    private static Section Measure(Session session, string program, string title, IReadOnlyList<Classic> sizes)
    {
        var reference = session.Reference;
        // The first contest warms up the compiler and is forgotten.
        ContestOf(program, sizes[0], reference).Run(1, 0.5);
        var (rounds, seconds) = session.IsQuick ? (5, 0.1) : (15, 0.2);
        Console.WriteLine(FormattableString.Invariant($"{rounds} rounds"));
        var standings = sizes.Select(size => ContestOf(program, size, reference).Run(rounds, seconds)).ToList();
        double? least = reference is null ? null : standings.Min(standing => standing.Ratio(Framework, Plain));
        return new Section(title, $"{Reference.About(reference)}\n{Notes}", ContestTable.Of(standings, Contestants, Comparisons),
            [Goal.AtLeast(1, least, "times as fast as plain C++, least of its sizes: at least 1")]);
    }

    private static Contest ContestOf(string program, Classic classic, Reference? reference)
    {
        var contest = new Contest(classic.Size, classic.Measures);
        if (reference is not null)
        {
            contest.Enter(Plain, isKeyed: false, (first, seconds) => classic.RunReference(reference, program, "plain", first, seconds));
            contest.Enter(Keyed, isKeyed: true, (first, seconds) => classic.RunReference(reference, program, "keyed", first, seconds));
        }
        contest.Enter(Simple, isKeyed: false, classic.RunSimple);
        contest.Enter(Scalar, isKeyed: true, replication => classic.RunModel(replication, usesTwins: false));
        contest.Enter(Framework, isKeyed: true, replication => classic.RunModel(replication, usesTwins: true));
        return contest;
    }
}
