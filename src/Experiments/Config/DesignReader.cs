using System.Numerics;
using Experiments.Design;

namespace Experiments.Config;

/// <summary>Reads the design of a study and makes its rows.</summary>
/// <param name="read">Takes what is wrong.</param>
/// <param name="finder">Knows what can vary.</param>
/// <param name="seed">The study's seed.</param>
/// <param name="stored">The design.csv of a result, which then is what the rows are; null for a new study.</param>
/// <param name="own">Parameters that the config keeps for itself, whatever a file says of them.</param>
internal sealed class DesignReader(ValueReader read, FactorFinder finder, int seed, string? stored, IReadOnlySet<int> own)
{
    /// <summary>Most rows of a design.</summary>
    public const int MaxRows = 10_000_000;

    /// <summary>Most values of a design: 2 GB of them.</summary>
    private const long MaxCells = 250_000_000;

    /// <summary>Most steps that looking for a maximin hypercube may take: about two minutes.</summary>
    private const double MaxMaximinWork = 1e11;

    private const int DefaultMorrisLevels = 4;

    private static readonly Dictionary<DesignMethod, string[]> Keys = new()
    {
        [DesignMethod.FullFactorial] = ["factors"],
        [DesignMethod.OneAtATime] = ["factors"],
        [DesignMethod.List] = ["rows"],
        [DesignMethod.Csv] = ["file", "columns", "sha256"],
        [DesignMethod.Random] = ["points", "seed", "factors"],
        [DesignMethod.LatinHypercube] = ["points", "maximin", "seed", "factors"],
        [DesignMethod.Sobol] = ["points", "skip", "scramble", "seed", "factors"],
        [DesignMethod.Saltelli] = ["points", "second_order", "skip", "scramble", "seed", "factors"],
        [DesignMethod.Morris] = ["trajectories", "levels", "seed", "factors", "groups"],
    };

    /// <summary>The design; none where the config has none; null after a problem.</summary>
    public StudyDesign? Read(Node? node)
    {
        if (read.Map(node, "design") is not { } design)
            return null;
        // Levers are pulled in scenarios of their own, which are there already.
        if (design.Entries.Count == 0 || LeverScenarios.IsAskedFor(design))
            return StudyDesign.None;
        if (ReadMethod(design) is not { } method)
            return null;
        RefuseOthers(design, method);
        if (method == DesignMethod.List)
            return Stored(new DesignRows(read, finder).Read(design));
        if (method == DesignMethod.Csv)
            return new DesignFile(read, finder, own).Read(design, stored);
        var factors = new FactorReader(read, finder, method).Read(design);
        var settings = ReadSettings(design, method, factors);
        if (!read.IsSound)
            return null;
        var made = new StudyDesign { Method = method, Factors = factors, Settings = settings, Cells = new PointMatrix(0, factors.Count) };
        if (stored is not null)
            return Stored(made);
        RefuseTooMany(design, made);
        RefuseStandstill(design, made);
        RefuseNarrow(design, made);
        return read.IsSound ? made with { Cells = MakeCells(made) } : null;
    }

    private StudyDesign? Stored(StudyDesign? design) =>
        stored is null || design is null ? design : new DesignFile(read, finder, own).ReadStored(design, stored);

    private DesignMethod? ReadMethod(Mapping design)
    {
        var names = Keys.Keys.ToDictionary(method => SnakeCase.Of(method.ToString()));
        var list = $"the methods are {string.Join(", ", names.Keys.Append(LeverScenarios.Method))}";
        if (design.Find("method") is not { } node)
        {
            read.Add(design.Place, "design", $"'method' is missing; {list}");
            return null;
        }
        if (read.Word(node, "design.method") is not { } name)
            return null;
        if (names.TryGetValue(name, out var method))
            return method;
        read.Add(node.Place, "design.method", $"there is no method {Problem.Quote(name)}{Spelling.Hint(name, [.. names.Keys, LeverScenarios.Method])}; {list}");
        return null;
    }

    private void RefuseOthers(Mapping design, DesignMethod method)
    {
        string[] known = ["method", .. Keys[method]];
        foreach (var entry in design.Entries.Where(entry => !known.Contains(entry.Key)))
        {
            var what = Keys.Values.Any(keys => keys.Contains(entry.Key)) ? $"has no meaning for {SnakeCase.Of(method.ToString())}" : "unknown key";
            read.Add(entry.KeyPlace, $"design.{entry.Key}", $"{what}{Spelling.Hint(entry.Key, known)}; the keys here are {string.Join(", ", known)}");
        }
    }

    private DesignSettings ReadSettings(Mapping design, DesignMethod method, IReadOnlyList<DesignFactor> factors)
    {
        var points = Needed(design, method, "points", 1, MaxRows);
        var isSobol = method is DesignMethod.Sobol or DesignMethod.Saltelli;
        if (isSobol && points > 0 && !BitOperations.IsPow2(points))
            read.Add(design.Find("points")!.Place, "design.points", FormattableString.Invariant($"{points} is not a power of two, so that the points are not balanced; write {BitOperations.RoundUpToPowerOf2((uint)points) / 2} or {BitOperations.RoundUpToPowerOf2((uint)points)}"));
        var skip = Integer(design, "skip", 0, MaxRows, method == DesignMethod.Saltelli ? points : 0);
        if (isSobol && points > 0 && skip % points != 0)
            read.Add(design.Find("skip")!.Place, "design.skip", $"{skip} is not a multiple of points ({points}), so that the points are not balanced");
        if (isSobol && design.Find("seed") is { } unused && !Boolean(design, "scramble"))
            read.Add(unused.Place, "design.seed", $"changes nothing: the points of {SnakeCase.Of(method.ToString())} are the sequence as it is; write scramble: true beside it, or leave seed out");
        return new DesignSettings
        {
            Points = points,
            Skip = isSobol ? skip : 0,
            Scramble = Boolean(design, "scramble"),
            SecondOrder = Boolean(design, "second_order"),
            Maximin = Integer(design, "maximin", 1, StudyLoader.MaxCount, 1),
            Trajectories = Needed(design, method, "trajectories", 2, MaxRows),
            Levels = method == DesignMethod.Morris ? MorrisLevels(design) : 0,
            Groups = method == DesignMethod.Morris ? new GroupReader(read).Read(design.Find("groups"), factors) : [],
            Seed = Integer(design, "seed", 0, StudyLoader.MaxSeed, seed),
        };
    }

    private int MorrisLevels(Mapping design)
    {
        var levels = Integer(design, "levels", 2, 1000, DefaultMorrisLevels);
        if (levels % 2 == 1)
            read.Add(design.Find("levels")!.Place, "design.levels", $"{levels} is odd, so that the levels are not met alike; write an even number, such as {DefaultMorrisLevels}");
        return levels;
    }

    private int Needed(Mapping design, DesignMethod method, string key, int min, int max)
    {
        if (!Keys[method].Contains(key))
            return 0;
        if (design.Find(key) is not null)
            return Integer(design, key, min, max, 0);
        read.Add(design.Place, "design", $"'{key}' is missing: {SnakeCase.Of(method.ToString())} needs it");
        return 0;
    }

    private int Integer(Mapping design, string key, int min, int max, int otherwise) =>
        design.Find(key) is { } node ? read.Integer(node, $"design.{key}", min, max) ?? otherwise : otherwise;

    private bool Boolean(Mapping design, string key) =>
        design.Find(key) is { } node && read.Boolean(node, $"design.{key}") == true;

    private void RefuseTooMany(Mapping design, StudyDesign made)
    {
        var (settings, factors) = (made.Settings, made.Factors.Count);
        var dimensions = made.Method switch { DesignMethod.Sobol => factors, DesignMethod.Saltelli => 2 * factors, _ => 0 };
        if (dimensions > SobolSequence.MaxDimensions)
            read.Add(design.Place, "design.factors", $"{factors} factors need {dimensions} dimensions of the Sobol' sequence, whose directions end at {SobolSequence.MaxDimensions}");
        var rows = made.Method switch
        {
            DesignMethod.FullFactorial => Factorial.RowsOfFull(Grids(made)),
            DesignMethod.OneAtATime => 1L + Grids(made).Sum(grid => grid.Count - 1),
            _ => settings.RowsOf(made.Method, factors),
        };
        if (rows > MaxRows || rows * factors > MaxCells)
            read.Add(design.Place, "design", FormattableString.Invariant($"{rows} rows of {factors} factors are more than a study can hold ({MaxRows} rows, {MaxCells} values in all)"));
        if (made.Method != DesignMethod.LatinHypercube)
            return;
        if (settings.Points > LatinHypercube.MaxPoints)
            read.Add(design.Place, "design.points", $"{settings.Points} is out of range; a Latin hypercube has at most {LatinHypercube.MaxPoints} points");
        if (settings.Maximin > 1 && (double)rows * rows / 2 * factors * settings.Maximin > MaxMaximinWork)
            read.Add(design.Find("maximin")!.Place, "design.maximin", $"{settings.Maximin} hypercubes of {settings.Points} points would take many minutes to compare; write fewer, or leave maximin out");
    }

    /// <summary>A step of a trajectory that changes no value would say that the factor has no effect.</summary>
    private void RefuseStandstill(Mapping design, StudyDesign made)
    {
        if (made.Method != DesignMethod.Morris)
            return;
        var levels = made.Settings.Levels;
        foreach (var factor in made.Factors)
        {
            for (var level = 0; level < levels / 2; level++)
            {
                if (factor.Range!.At(level / (levels - 1.0)) != factor.Range.At((level + levels / 2) / (levels - 1.0)))
                    continue;
                read.Add(design.Place, $"design.factors.{factor.Key}", $"has the same value at two of the {levels} levels that a step leads between: widen its range");
                break;
            }
        }
    }

    /// <summary>Points that the values cannot tell apart would be runs of the same thing.</summary>
    private void RefuseNarrow(Mapping design, StudyDesign made)
    {
        foreach (var factor in made.Factors.Where(factor => factor.Range!.Distribution != Distribution.Levels))
        {
            var range = factor.Range!;
            var (needed, what) = made.Method == DesignMethod.Morris ? (made.Settings.Levels, "levels") : (made.Settings.Points, "points");
            var complaint = range.LevelCount is { } count
                ? range.Grid().Count < count ? FormattableString.Invariant($"has {range.Grid().Count} values for {count} levels") : null
                : !range.IsWhole && range.DistinctValues < needed ? FormattableString.Invariant($"has about {range.DistinctValues:0} values of 12 significant digits for {needed} {what}") : null;
            if (complaint is not null)
                read.Add(design.Place, $"design.factors.{factor.Key}", $"{complaint}: widen its range");
        }
    }

    private static List<IReadOnlyList<double>> Grids(StudyDesign made) => [.. made.Factors.Select(factor => factor.Range!.Grid())];

    private static PointMatrix MakeCells(StudyDesign made)
    {
        if (made.Method == DesignMethod.FullFactorial)
            return Factorial.Full(Grids(made));
        if (made.Method == DesignMethod.OneAtATime)
            return Factorial.OneAtATime(Grids(made));
        var cells = made.Settings.Sample(made.Method, made.Factors.Count);
        for (var row = 0; row < cells.Rows; row++)
        {
            for (var column = 0; column < cells.Columns; column++)
                cells[row, column] = made.Factors[column].Range!.At(cells[row, column]);
        }
        return cells;
    }
}
