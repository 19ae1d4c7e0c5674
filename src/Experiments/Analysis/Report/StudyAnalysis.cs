using System.Globalization;
using Agents;
using Experiments.Config;
using Experiments.Runs;
using Experiments.Statistics;
using Experiments.Storage;

namespace Experiments.Analysis.Report;

/// <summary>Analyses a stored result: reads its runs, estimates, writes the tables. It reads the result only, and the same result gives the same bytes.</summary>
public static class StudyAnalysis
{
    /// <summary>Analyses the result of a directory.</summary>
    /// <param name="options">Where, and what to look at.</param>
    /// <param name="models">The models that a config can name.</param>
    /// <returns>What became of it. Unusable directories and full disks are told here, not thrown.</returns>
    /// <exception cref="ConfigException">An option names what the study does not have.</exception>
    public static AnalysisResult Run(AnalysisOptions options, IReadOnlyList<ModelDefinition> models)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            using var stored = StoredStudy.Open(options.Directory, models);
            var study = WithTyped(stored.Study, options);
            var responses = new Responses(study, options);
            var ranked = RankTable.Asked(study, responses, options.Rank);
            var until = Until(study, options.Until);
            var heat = FactorialEffects.Asked(study, options.Heat);
            var discovery = new ScenarioDiscovery(study, responses, options.Prim);
            var runs = new RunSet(study, stored.Plan, stored.Seen(ResponseReadings.PartsOf(study)), responses);
            if (runs.Count == 0)
                return new AnalysisResult { ExitCode = 2, Message = $"{options.Directory} holds no run that is done: complete it with {runs.Completion(options.Directory)}" };
            var refusal = SensitivityTables.AreFor(stored.Study) ? SensitivityTables.Refusal(runs, options.Directory) : null;
            var notes = Notes(runs, options.Directory);
            if (StopRounds.Sentence(stored.Study, stored.Plan.Stops) is { Length: > 0 } sentence)
                notes.Add(sentence);
            var effects = FactorialEffects.Of(runs, responses, heat);
            var report = Make(runs, responses, ranked, until, discovery, refusal is null, notes) with { MainEffects = effects?.MainEffects ?? [], HeatMaps = [.. effects?.First ?? []] };
            // Those of a long design are made as they are written; a short one has them already.
            var points = report.Rows?.Means ?? (stored.Study.Design.Rows > 1 ? MeasureTables.ByDesignPoint(runs, responses) : []);
            return new AnalysisResult
            {
                ExitCode = refusal is null ? 0 : 1,
                Message = refusal ?? "",
                Folder = AnalysisFolder.Write(stored.Path, stored.Study.Name, AnalysisTables.Of(report, points, effects?.HeatMaps ?? [])),
                Report = report,
            };
        }
        catch (StorageException exception)
        {
            return new AnalysisResult { ExitCode = exception.ExitCode, Message = exception.Message };
        }
    }

    /// <summary>The name of a response that the command line names or writes out.</summary>
    internal static string NameOf(string typed) => typed.Split(':')[0].Trim();

    /// <summary>The study with the responses that the command line writes out; one that is written twice is one.</summary>
    /// <exception cref="ConfigException">One cannot be read, or has the name of another.</exception>
    private static Study WithTyped(Study study, AnalysisOptions options)
    {
        foreach (var (typed, option) in options.Responses.Select(typed => (typed, "--response")).Concat(options.Rank is { } rank ? [(rank, "--rank")] : []))
        {
            if (!typed.Contains(':', StringComparison.Ordinal))
                continue;
            var response = new ResponseReader(new ValueReader(), study).ReadTyped(typed, option);
            if (study.Responses.FirstOrDefault(known => known.Name == response.Name) is not { } known)
                study = study with { Responses = [.. study.Responses, response] };
            else if (known.ToString() != response.ToString())
                throw new ConfigException(new Problem(option, 0, 0, "", $"the study has another response {Problem.Quote(response.Name)}: give this one a name of its own"));
        }
        return study;
    }

    private static AnalysisReport Make(RunSet runs, Responses responses, Response? ranked, IReadOnlyList<int> until, ScenarioDiscovery discovery, bool canHaveIndices, List<string> notes)
    {
        var study = runs.Study;
        var bootstrap = new Bootstrap(study.Seed);
        var sensitivity = canHaveIndices && SensitivityTables.AreFor(study) ? new SensitivityTables(runs, responses, bootstrap, notes) : null;
        return new AnalysisReport
        {
            Study = study.Name,
            Model = study.Model.Name,
            TickUnit = study.Model.TickUnit,
            Until = until,
            Runs = runs.Count,
            Method = $"{runs.Summary.Method} {Quantiles.Definition[..1].ToUpperInvariant()}{Quantiles.Definition[1..]}, by the percentile bootstrap over {(study.HasSharedDraws ? "replications" : study.HasSampledRows ? "rows" : "runs")}, from {Bootstrap.FewestUnits} of them on.",
            Notes = notes,
            Measures = [.. MeasureTables.Statistics(runs, responses, bootstrap)],
            Outcomes = [.. MeasureTables.Estimates(runs, responses, Response.Outcome)],
            Responses = [.. MeasureTables.Estimates(runs, responses, Response.Declared)],
            Ranking = ranked is null ? [] : [.. RankTable.Of(runs, responses, ranked)],
            Rows = Rows(runs, responses),
            Differences = [.. DifferenceTable.Of(runs, responses)],
            Incidence = [.. TimeToEvent.Incidence(runs)],
            Survival = [.. TimeToEvent.Survival(runs)],
            Sobol = [.. sensitivity?.Sobol() ?? []],
            Morris = [.. sensitivity?.Morris() ?? []],
            FirstOrder = [.. FirstOrderTables.AreFor(study) ? new FirstOrderTables(runs, responses, bootstrap, notes).Make() : []],
            Prim = [.. discovery.Search(runs)],
        };
    }

    private static ShortDesign? Rows(RunSet runs, Responses responses)
    {
        var design = runs.Study.Design;
        if (design.Rows is < 2 or > ShortDesign.MostRows || SensitivityTables.AreFor(runs.Study))
            return null;
        var levels =
            from row in Enumerable.Range(1, design.Rows)
            from scenario in Enumerable.Range(0, runs.Study.Scenarios.Count)
            select (IReadOnlyList<string>)[.. design.Factors.Select((factor, i) => factor.IsIn(scenario) ? factor.Format(design.Cells[row - 1, i]) : "")];
        return new ShortDesign([.. design.Factors.Select(factor => factor.Key)], [.. levels], [.. MeasureTables.ByDesignPoint(runs, responses)]);
    }

    private static IReadOnlyList<int> Until(Study study, IReadOnlyList<int> asked)
    {
        foreach (var tick in asked.Where(tick => tick < 0 || tick > study.Ticks))
            throw new ConfigException(new Problem("--until", 0, 0, "", string.Create(CultureInfo.InvariantCulture, $"no run goes on to tick {tick}: the horizon is tick {study.Ticks}")));
        return asked.Count > 0 ? asked : [study.Ticks / 2, study.Ticks];
    }

    private static List<string> Notes(RunSet runs, string directory)
    {
        var notes = new List<string>();
        if (runs.Unfinished.Count > 0)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{runs.Unfinished.Count} runs failed or took too long and are in no table; abm status {directory} says more."));
        if (runs.Missing > 0)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{runs.Missing} of {runs.Planned} runs are missing, so that this is a partial result; complete it with {runs.Completion(directory)}"));
        if (runs.Study.Design.Rows > 1)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"Means, quantiles, shares and differences are over all {runs.Study.Design.Rows} rows of the design together; design_points.csv has each row by itself."));
        return notes;
    }
}
