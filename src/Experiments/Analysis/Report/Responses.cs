using Experiments.Config;
using Experiments.Statistics;
using Experiments.Storage;

namespace Experiments.Analysis.Report;

/// <summary>What is asked of the runs of a study.</summary>
internal sealed class Responses
{
    /// <summary>Most names that a message lists.</summary>
    private const int MostListed = 24;

    private readonly IReadOnlyList<Response> known;
    private readonly Dictionary<string, int> places;
    private readonly IReadOnlyList<RunReading> ofRecords;
    private readonly Study study;
    private readonly HashSet<string> chosen;
    private readonly Dictionary<int, Contribution[][]> declared = [];

    // Many responses are read off one run after another.
    private (RunRecord Record, SeenRun Run)? last;

    /// <summary>The responses that were asked for: all of them where none is named.</summary>
    /// <param name="study">The study, with the responses that the command line writes out.</param>
    /// <param name="options">What was asked.</param>
    /// <exception cref="ConfigException">A name is not one of the study's.</exception>
    public Responses(Study study, AnalysisOptions options)
    {
        this.study = study;
        known = Response.Of(study);
        places = known.Index().ToDictionary(one => one.Item.Name, one => one.Index, StringComparer.Ordinal);
        ofRecords = [.. known.Select(response => RunReading.Of(response.Statistic.Parts.First(), study))];
        chosen =
        [
            .. options.Responses.Select(typed => Find(StudyAnalysis.NameOf(typed), "--response").Name),
            .. options.Outcomes.Select(name => Find(name, "--outcome", Response.Outcome).Name),
            .. options.Measures.Select(name => Find(name, "--measure", Response.Measure).Name),
        ];
    }

    /// <summary>The responses that were asked for, in their order.</summary>
    public IEnumerable<Response> All => Chosen(known, response => response);

    /// <summary>Those of some things that are of a response that was asked for.</summary>
    public IEnumerable<T> Chosen<T>(IEnumerable<T> all, Func<T, Response> of) => chosen.Count == 0 ? all : all.Where(one => chosen.Contains(of(one).Name));

    /// <summary>Keeps what a run adds to the responses of the config, which its record does not tell.</summary>
    public void Keep(int runId, Contribution[][] parts)
    {
        if (study.Responses.Count > 0)
            declared[runId] = parts[..study.Responses.Count];
    }

    /// <summary>What a run that is done adds to each part of a response.</summary>
    public Contribution[] PartsOf(Response response, RunRecord run)
    {
        var place = places[response.Name];
        if (place < study.Responses.Count)
            return declared[run.RunId][place];
        if (!ReferenceEquals(last?.Record, run))
            last = (run, SeenRun.Of(run, study));
        return [ofRecords[place].Of(last.Value.Run)];
    }

    /// <summary>Reads a response off a run that is done: its value, 1 for a run that had the outcome and 0 for another, NaN for one that has no value.</summary>
    public Func<RunRecord, double> Reader(Response response) => run => Contribution.Value(response.Statistic, PartsOf(response, run));

    /// <summary>An outcome by its code or group, or null.</summary>
    public Response? FindOutcome(string code) => Named(code).FirstOrDefault(response => response.Kind == Response.Outcome)
        ?? known.FirstOrDefault(response => response is { Kind: Response.Declared, IsShare: true } && response.Name == code);

    /// <summary>A response by its name.</summary>
    /// <param name="name">The name; a measure's with or without its prefix, any for every outcome before the horizon.</param>
    /// <param name="option">The option that names it, for messages.</param>
    /// <param name="kind">The kind that it has to be of, or null for any.</param>
    /// <exception cref="ConfigException">There is none.</exception>
    public Response Find(string name, string option, string? kind = null)
    {
        if (Named(name).FirstOrDefault(response => kind is null || response.Kind == kind) is { } found)
            return found;
        var own = known.Where(response => kind is null || response.Kind == kind).ToList();
        // A model may have a hundred measures: then the nearest name helps more than all of them.
        var listed = own.Count <= MostListed ? own : [.. own.Where(response => response.Kind != Response.Measure)];
        var others = listed.Count < own.Count ? $" and end_MEASURE (abm describe {study.Model.Name} lists the measures)" : "";
        throw new ConfigException(new Problem(option, 0, 0, "",
            $"the study has no {kind ?? Response.Declared} {Problem.Quote(name)}{Spelling.Hint(name, [.. own.Select(response => response.Name)])}; the {kind ?? Response.Declared}s are {string.Join(", ", listed.Select(response => response.Name))}{others}"));
    }

    private IEnumerable<Response> Named(string name)
    {
        var full = name == OutcomeSet.Any ? Response.AnyBeforeHorizon : name;
        return known.Where(response => response.Name == full || (response.Kind == Response.Measure && response.Name == Response.EndPrefix + name));
    }
}
