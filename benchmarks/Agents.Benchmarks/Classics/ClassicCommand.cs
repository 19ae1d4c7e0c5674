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
        the initial state is not counted. A cell gives the median over the rounds with the least and the most; a ratio is the
        median over the rounds of the ratio within a round.
        """;

    private static readonly string[] Contestants = [Plain, Keyed, Simple, Scalar, Framework];

    private static readonly (string Contestant, string Other)[] Comparisons = [.. Contestants[..^1].Select(other => (Framework, other))];

    /// <summary>Runs a workload, or returns null where the name is of none.</summary>
    public static int? Run(string workload, string[] options) => workload switch
    {
        "w2" => Run(workload, "W2, Schelling's segregation", SegregationWorkload.Sizes, options),
        "w3" => Run(workload, "W3, Epstein's civil violence", ViolenceWorkload.Sizes, options),
        "w4" => Run(workload, "W4, the exchange of wealth", ExchangeWorkload.Sizes, options),
        _ => null,
    };

    private static int Run(string workload, string title, IReadOnlyList<Classic> sizes, string[] options)
    {
        var isQuick = options.Contains("--quick");
        if (options.FirstOrDefault(option => option != "--quick") is { } unknown)
        {
            Console.Error.WriteLine($"{workload} knows no option '{unknown}'; it takes --quick.");
            return 2;
        }
        var sources = Path.Combine(Repository.Find("benchmarks"), "reference");
        var reference = Reference.Build(sources, Path.Combine(sources, "bin"), out var complaint);
        if (reference is null)
            Console.WriteLine($"skipped: the C++ reference cannot be built ({complaint})");
        // The first contest warms up the compiler and is forgotten.
        ContestOf(workload, sizes[0], reference).Run(1, 0.5);
        var (rounds, seconds) = isQuick ? (5, 0.1) : (15, 0.2);
        Console.WriteLine(FormattableString.Invariant($"{rounds} rounds"));
        var standings = sizes.Select(size => ContestOf(workload, size, reference).Run(rounds, seconds)).ToList();
        var table = ContestTable.Of(standings, Contestants, Comparisons);
        Console.Write($"\n{table}");
        if (!isQuick)
            ContestRecord.Write(workload, title, Notes, table, reference);
        return 0;
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
