using System.Globalization;
using Experiments.Analysis.Discovery;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Analysis.Report;

/// <summary>What makes a run a case of interest, and the boxes that hold such runs.</summary>
internal sealed class ScenarioDiscovery
{
    /// <summary>Longer ones first, so that the first found is the one meant.</summary>
    private static readonly (string Sign, Func<double, double, bool> Holds)[] Signs =
    [
        ("<=", (value, limit) => value <= limit),
        (">=", (value, limit) => value >= limit),
        ("<", (value, limit) => value < limit),
        (">", (value, limit) => value > limit),
        ("=", (value, limit) => value == limit),
    ];

    private readonly Study study;

    /// <summary>Null for a run that has no value of what is asked.</summary>
    private readonly List<(string Condition, Func<RunRecord, bool?> IsCase)> searches;

    /// <exception cref="ConfigException">A condition cannot be read, or the study has no design.</exception>
    public ScenarioDiscovery(Study study, Responses responses, IReadOnlyList<string> conditions)
    {
        this.study = study;
        if (conditions.Count > 0 && study.Design.Factors.Count == 0)
            throw Refused("the study has no design, so that there are no factors to find a box in");
        searches = [.. conditions.Select(condition => (condition, Read(condition, responses)))];
    }

    /// <summary>One search for each condition and scenario. Runs of one row count as one point, with the share of them that are cases; runs without a value are in none.</summary>
    public IEnumerable<PrimSet> Search(RunSet runs)
    {
        foreach (var (condition, isCase) in searches)
        {
            for (var scenario = 0; scenario < study.Scenarios.Count; scenario++)
                yield return Search(runs, scenario, condition, isCase);
        }
    }

    private PrimSet Search(RunSet runs, int scenario, string condition, Func<RunRecord, bool?> isCase)
    {
        var known = runs.Done[scenario].Where(run => isCase(run) is not null).ToList();
        var points = known.GroupBy(runs.RowOf).OrderBy(group => group.Key).ToList();
        double[] shares = [.. points.Select(point => point.Average(run => isCase(run) == true ? 1.0 : 0))];
        var columns = Enumerable.Range(0, study.Design.Factors.Count).Where(column => study.Design.Factors[column].IsIn(scenario)).ToList();
        var cases = known.Count(run => isCase(run) == true);
        var hasBoth = cases > 0 && cases < known.Count;
        var missing = runs.Done[scenario].Count - known.Count;
        return new PrimSet(
            study.Scenarios[scenario].Name, condition, points.Count, known.Count, cases, missing, Note(missing),
            [.. columns.Select(column => Name(study.Design.Factors[column]))],
            hasBoth ? Prim.Search([.. columns.Select(column => Factor(column, points))], shares) : null);
    }

    private string Note(int missing)
    {
        var left = missing > 0 ? string.Create(CultureInfo.InvariantCulture, $"{missing} runs have no value of it and are left out. ") : "";
        return study is { Replications: 1, CommonRandomNumbers: true } ? left + "One replication, whose random numbers all rows share: the box is that of this one seed." : left.TrimEnd();
    }

    private PrimFactor Factor(int column, List<IGrouping<int, RunRecord>> points) =>
        new([.. points.Select(point => study.Design.Cells[point.Key - 1, column])], IsCategory(study.Design.Factors[column]));

    private static bool IsCategory(DesignFactor factor) => factor.Parameter is { Type.IsEnum: true };

    private static PrimFactorName Name(DesignFactor factor) => new(factor.Key,
        IsCategory(factor) ? [.. Enumerable.Range(0, factor.Parameter!.Choices.Count).Select(choice => factor.FormatCell(choice))] : []);

    private static Func<RunRecord, bool?> Read(string condition, Responses responses)
    {
        foreach (var (sign, holds) in Signs)
        {
            var place = condition.IndexOf(sign, StringComparison.Ordinal);
            if (place < 0)
                continue;
            var (name, typed) = (condition[..place].Trim(), condition[(place + sign.Length)..].Trim());
            var read = responses.Reader(responses.Find(name, "--prim"));
            if (!double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var limit) || !double.IsFinite(limit))
                throw Refused($"{Problem.Quote(typed)} is no number");
            return run => read(run) is var value && double.IsNaN(value) ? null : holds(value, limit);
        }
        if (responses.FindOutcome(condition.Trim()) is not { } outcome)
            throw Refused($"{Problem.Quote(condition)} is no outcome, no share among the responses, and no comparison of a measure or a response with a number, such as {Problem.Quote("end_unrest>0.5")}");
        var had = responses.Reader(outcome);
        // A run that does not reach the window of a share has no value of it.
        return run => had(run) is var value && double.IsNaN(value) ? null : value > 0;
    }

    private static ConfigException Refused(string complaint) => new(new Problem("--prim", 0, 0, "", complaint));
}
