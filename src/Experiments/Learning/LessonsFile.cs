using System.Globalization;
using System.Text;
using Experiments.Config;

namespace Experiments.Learning;

/// <summary>
/// Writes what was learnt as a config that others extend, with what it rests on as comments. All that it says stands between
/// two braces, so that a file that was cut anywhere is no config, instead of one that has forgotten some of it.
/// </summary>
public static class LessonsFile
{
    private const string Beginning = "# A hazard that abm learn fitted ";

    /// <summary>Whether a text is one that was written here.</summary>
    public static bool IsOne(string text) => text?.StartsWith(Beginning, StringComparison.Ordinal) == true;

    /// <summary>The text.</summary>
    /// <param name="study">The study.</param>
    /// <param name="rounds">What each round taught, one or more; the last one counts.</param>
    public static string Text(Study study, IReadOnlyList<Lessons> rounds)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(rounds);
        var (text, last) = (new StringBuilder(), rounds[^1]);
        Line(text, $"{Beginning}to the runs of {study.Name}, seed {study.Seed}, {study.Runs} runs a round, results version {study.Model.ResultsVersion}.");
        Line(text, $"# {last.Stretches} stretches of {last.Plan.Unit:0.###} ticks or so, {last.Events} end with the event ({last.Plan.Event}), {last.Clusters} clusters of evidence; {100 * last.Explained:0.0} % of the deviance explained.");
        for (var round = 1; round < rounds.Count; round++)
            Line(text, $"# Round {round + 1} moved a hazard by at most {rounds[round].Moved:0.00000}, on average by {rounds[round].MovedOnAverage:0.00000}; the mean hazard is {rounds[round].MeanHazard:0.00000}, its standard error {rounds[round].HazardError:0.00000}: {(rounds[round].IsAtRest ? "at rest, as far as these runs can tell" : "not at rest")}.");
        Line(text, $"# Events expected and observed:");
        foreach (var check in last.Checks)
            Line(text, $"#   {check.Name}: {check.Expected:0.0} and {check.Observed}, in {check.Exposure:0} units of time");
        Line(text, $"parameters: {{");
        for (var i = 0; i < last.Coefficients.Count; i++)
            Line(text, $"  {last.Plan.Coefficients[i].Parameter.Key}: {last.Plan.Coefficients[i].Parameter.Format(last.Coefficients[i])},  # standard error {last.Errors[i]:0.000}");
        Line(text, $"}}");
        Line(text, $"model: {ResolvedConfig.Word(study.Model.Name)}");
        return text.ToString();
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
