using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Analysis.Report;

/// <summary>What can be asked of a run.</summary>
internal sealed class Responses
{
    private readonly Study study;

    /// <summary>The responses that were asked for: all of them where none is named.</summary>
    /// <exception cref="ConfigException">A name is not one of the study's.</exception>
    public Responses(Study study, AnalysisOptions options)
    {
        this.study = study;
        var isOpen = options.Measures.Count + options.Outcomes.Count == 0;
        Measures = isOpen ? AllMeasures : [.. options.Measures.Select(name => Measure(name, "--measure")).Distinct()];
        Outcomes = isOpen ? AllOutcomes : [.. options.Outcomes.Select(Outcome).Distinct()];
    }

    public IReadOnlyList<Response> Measures { get; }

    public IReadOnlyList<Response> Outcomes { get; }

    public IEnumerable<Response> All => Outcomes.Concat(Measures);

    private List<Response> AllMeasures => [.. study.ModelMeasures.Select(measure => new Response(StudyTables.EndPrefix + measure.Name, Response.Measure, measure.Unit))];

    private List<Response> AllOutcomes => [.. study.Model.Outcomes.Select(outcome => new Response(outcome.Code, Response.Outcome, ""))];

    /// <summary>Reads a response off a run that is done: a measure, or 1 for a run that had the outcome and 0 for another.</summary>
    public Func<RunRecord, double> Reader(Response response)
    {
        if (response.Kind == Response.Outcome)
            return run => run.Outcome.Code == response.Name ? 1 : 0;
        var column = AllMeasures.IndexOf(response);
        return run => run.EndMeasures[column];
    }

    /// <summary>An end measure by its name, with or without its prefix.</summary>
    /// <exception cref="ConfigException">There is none.</exception>
    public Response Measure(string name, string option)
    {
        var all = AllMeasures;
        return all.FirstOrDefault(measure => measure.Name == name || measure.Name == StudyTables.EndPrefix + name)
            ?? throw Unknown(option, name, "measure", [.. all.Select(measure => measure.Name)]);
    }

    /// <summary>An outcome by its code, or null.</summary>
    public Response? FindOutcome(string code) => AllOutcomes.FirstOrDefault(outcome => outcome.Name == code);

    private Response Outcome(string code) =>
        FindOutcome(code) ?? throw Unknown("--outcome", code, "outcome", [.. study.Model.Outcomes.Select(outcome => outcome.Code)]);

    private static ConfigException Unknown(string option, string name, string kind, IReadOnlyList<string> all) => new(new Problem(
        option, 0, 0, "", $"the study has no {kind} {Problem.Quote(name)}{Spelling.Hint(name, all)}; the {kind}s are {string.Join(", ", all)}"));
}
