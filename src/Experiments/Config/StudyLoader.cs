using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Agents;
using Agents.Data;
using Experiments.Design;

namespace Experiments.Config;

/// <summary>
/// Turns a config file into a study, or says everything that is wrong with it. What a later place says wins: the
/// model's defaults, the parameters of the config, those of a scenario, those of the command line.
/// </summary>
public sealed partial class StudyLoader
{
    /// <summary>Greatest seed: the key word of the draws is a whole number up to here.</summary>
    public const int MaxSeed = int.MaxValue;

    /// <summary>Most replications of a design point, and most ticks of a run.</summary>
    public const int MaxCount = 1_000_000;

    /// <summary>Most runs of a study: what is kept in memory of each comes to some GB then.</summary>
    public const int MaxRuns = 100_000_000;

    /// <summary>The name of the resolved config in a result.</summary>
    internal const string ResolvedName = "config.resolved.yaml";

    /// <summary>The name of the design points in a result.</summary>
    internal const string DesignName = "design.csv";

    /// <summary>The key that says which runs share their random numbers.</summary>
    internal const string RandomNumbersKey = "common_random_numbers";

    /// <summary>Its word for the scenarios of one row of the design alone.</summary>
    internal const string OfScenarios = "scenarios";

    private const int LongestName = 100;

    /// <summary>Most names that a message lists.</summary>
    private const int MostListed = 12;

    /// <summary>The keys of a config.</summary>
    internal static readonly string[] Keys =
        ["model", "name", "extends", "seed", "replications", "ticks", "measures", "parameters", InitialReader.Section, SeriesReader.Section, "scenarios", "responses", "baseline", "pairs", "design", "calibration", "hypothesis", LearningReader.Section, RandomNumbersKey, "branch", "slurm"];

    /// <summary>Those of them that hold a map, if anything.</summary>
    internal static readonly string[] Sections =
        ["measures", "parameters", InitialReader.Section, SeriesReader.Section, "scenarios", "responses", "design", "calibration", "hypothesis", LearningReader.Section, "branch", "slurm"];

    private readonly ValueReader read;
    private readonly Mapping document;
    private readonly ModelDefinition model;
    private readonly ParameterCatalogue catalogue;
    private readonly Overrides overrides;
    private readonly string? storedDesign;
    private readonly BranchReader branch;

    private StudyLoader(Mapping document, ModelDefinition model, Overrides overrides, string? storedDesign)
    {
        (this.document, this.model, this.overrides, this.storedDesign) = (document, model, overrides, storedDesign);
        read = new ValueReader(document.Place);
        catalogue = new ParameterCatalogue(model);
        branch = new BranchReader(read, document);
    }

    /// <summary>Reads a config.</summary>
    /// <param name="path">The file, and with it the files that it extends.</param>
    /// <param name="models">The models that a config can name.</param>
    /// <param name="overrides">What the command line says differently.</param>
    /// <exception cref="ConfigException">The config cannot be used; the exception holds every problem found.</exception>
    public static Study Load(string path, IReadOnlyList<ModelDefinition> models, Overrides overrides)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(overrides);
        return Load(path, null, models, overrides);
    }

    /// <summary>Reads the study of a result: its resolved config, with the rows of its design.csv and no others.</summary>
    /// <param name="directory">The directory of the result.</param>
    /// <param name="models">The models that a config can name.</param>
    /// <param name="overrides">What the command line says differently.</param>
    /// <exception cref="ConfigException">The files cannot be used; the exception holds every problem found.</exception>
    public static Study LoadStored(string directory, IReadOnlyList<ModelDefinition> models, Overrides overrides)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(overrides);
        return Load(Path.Combine(directory, ResolvedName), Path.Combine(directory, DesignName), models, overrides);
    }

    private static Study Load(string path, string? storedDesign, IReadOnlyList<ModelDefinition> models, Overrides overrides)
    {
        var document = ConfigDocument.Read(path);
        return new StudyLoader(document, FindModel(document, models), overrides, storedDesign).Bind(path);
    }

    private static ModelDefinition FindModel(Mapping document, IReadOnlyList<ModelDefinition> models)
    {
        var names = models.Select(model => model.Name).ToList();
        var list = $"the models are {string.Join(", ", names)}";
        if (document.Find("model") is not { } node)
            throw new ConfigException(document.Place, "model", $"the config names no model; {list}");
        if (node is not Scalar { IsEmpty: false } name)
            throw new ConfigException(node.Place, "model", $"{node.Kind} is not the name of a model; {list}");
        return models.FirstOrDefault(model => model.Name == name.Text)
            ?? throw new ConfigException(name.Place, "model", $"there is no model {name.Kind}{Spelling.Hint(name.Text, names)}; {list}; --models FILE brings those of another assembly");
    }

    private Study Bind(string path)
    {
        var parameters = new ParameterReader(read, catalogue, model.Name);
        read.RefuseOthers(document, "", Keys, entry => Belonging(entry.Key) ?? parameters.Belonging(entry, "parameters"));
        var (name, seed) = (Name(path), Integer("seed", overrides.Seed, 0, MaxSeed, 1));
        var ticks = Integer("ticks", overrides.Ticks, 1, MaxCount, model.DefaultTicks);
        var (every, modelMeasures, agentMeasures) = Measures();
        var common = parameters.Common(document.Find("parameters"), overrides.Sets);
        var series = new SeriesReader(read, parameters, ticks).Read(document.Find(SeriesReader.Section), SeriesReader.Section, common.Fixed);
        common = common with { Values = [.. common.Values.Select((value, index) => series.FirstOrDefault(one => one.Parameter.Index == index)?.ChangeAt(0) ?? value)] };
        var pullsLevers = LeverScenarios.IsAskedFor(document.Find("design"));
        var sources = new ScenarioReader(read, parameters, model, ticks, series, !pullsLevers && Design is Mapping { Entries.Count: > 0 }).Read(document.Find("scenarios"), common);
        if (pullsLevers)
            sources = new LeverScenarios(read, catalogue, model, ticks).Expand((Mapping)document.Find("design")!, sources);
        var plain = new Study
        {
            Name = name,
            Model = model,
            Catalogue = catalogue,
            Seed = seed,
            Replications = 1,
            Ticks = ticks,
            Every = every,
            ModelMeasures = modelMeasures,
            AgentMeasures = agentMeasures,
            CommonRandomNumbers = document.Find(RandomNumbersKey) is not { } node || (!IsOfScenarios(node) && read.Boolean(node, RandomNumbersKey) != false),
            RowsDrawAlone = document.Find(RandomNumbersKey) is { } word && IsOfScenarios(word),
            Scenarios = [.. sources.Select(source => source.Scenario)],
            Series = series,
            ResolvedYaml = "",
            Slurm = new SlurmReader(read).Read(document.Find("slurm")),
        };
        var study = WithRuns(WithResponses(plain), new FactorFinder(read, parameters, common, sources, ticks));
        study = study with { Learning = new LearningReader(read, model, parameters, study).Read(document.Find(LearningReader.Section)) };
        RefuseMixtures(study, sources);
        read.ThrowIfAny();
        study = study with { Initial = new InitialReader(read, model).Read(document.Find(InitialReader.Section), study) };
        read.ThrowIfAny();
        foreach (var note in StudyNotes.Of(study, common.Values))
            read.Note(note);
        return study with { Notes = read.Notes, ResolvedYaml = ResolvedConfig.Write(study, common.Values) };
    }

    /// <summary>The design: the ensemble of the command line wins over that of the config.</summary>
    private Node? Design
    {
        get
        {
            if (overrides.Ensemble is not { } path)
                return document.Find("design");
            var place = new Place("--ensemble", 0, 0);
            return new Mapping(place, [new("method", place, new Scalar(place, "csv", true)), new("file", place, new Scalar(place, path, false))]);
        }
    }

    /// <summary>What an ensemble may not vary: it stands for the defaults, and what the config sets wins over those.</summary>
    private FrozenSet<int> OwnParameters => overrides.Ensemble is null
        ? FrozenSet<int>.Empty
        : ((document.Find("parameters") as Mapping)?.Entries ?? []).Select(entry => catalogue.Find(entry.Key)).OfType<Parameter>().Select(parameter => parameter.Index).ToFrozenSet();

    /// <summary>Adds what is asked of the runs.</summary>
    private Study WithResponses(Study study)
    {
        var reader = new ResponseReader(read, study);
        return study with
        {
            Responses = reader.Read(document.Find(ResponseReader.Section)),
            Pairs = reader.Comparisons(document.Find(ResponseReader.Baseline), document.Find(ResponseReader.Pairs)),
        };
    }

    /// <summary>Where a key belongs that is none of the whole config, or null.</summary>
    private static string? Belonging(string key) => key switch
    {
        "interventions" or "at" or "set" => "stands in a scenario: write scenarios: {NAME: {interventions: [{at: 52, set: {KEY: value}}]}}",
        "every" or "agents" => $"stands under measures: write measures: {{{key}: ...}}",
        "method" or "factors" or "points" => $"stands under design: write design: {{{key}: ...}}",
        _ => null,
    };

    /// <summary>Adds what says which runs the scenarios have: design, replications, branch, calibration and hypothesis.</summary>
    private Study WithRuns(Study study, FactorFinder finder)
    {
        var design = new DesignReader(read, finder, study.Seed, storedDesign, OwnParameters).Read(Design) ?? StudyDesign.None;
        var stopRule = document.Find("replications") is Mapping map ? StopRule(map, study, design) : null;
        var replications = document.Find("replications") is Mapping
            ? stopRule?.Max ?? 1
            : Integer("replications", overrides.Replications, 1, MaxCount, 1);
        return study with
        {
            Design = design,
            StopRule = stopRule,
            Replications = replications,
            BranchAt = branch.Read(study.Ticks),
            Calibration = new CalibrationReader(read, model, [.. study.Scenarios.Select(scenario => scenario.Name)], study.Ticks, finder, study.Responses)
                .Read(document.Find("calibration"), replications),
            Hypothesis = new HypothesisReader(read, model, [.. study.Scenarios.Select(scenario => scenario.Name)], study.Ticks, study.Responses).Read(document.Find(HypothesisReader.Section)),
        };
    }

    /// <summary>Notes what is right alone and wrong together.</summary>
    private void RefuseMixtures(Study study, IReadOnlyList<ScenarioSource> sources)
    {
        var (design, place) = (study.Design, document.Find("calibration")?.Place ?? document.Place);
        if (study.Calibration is not null && (design.Factors.Count > 0 || study.StopRule is not null))
            read.Add(place, "calibration", $"makes its own {(study.StopRule is null ? "design: leave design empty" : "number of runs: write replications as a number")}");
        if (study.BranchAt is not null && study.Calibration?.Factors.Any(factor => factor.Target != FactorTarget.Start) == true)
            read.Add(place, "calibration.parameters", "varies an intervention, which may reach back before the branch: take out branch");
        if (study.Hypothesis is not null && study.StopRule is not null)
            read.Add(document.Find(HypothesisReader.Section)!.Place, HypothesisReader.Section, "has one number of replications for all scenarios: write replications as a number");
        if (study.Hypothesis is not null && design.Method is DesignMethod.Saltelli or DesignMethod.Morris)
            read.Add(document.Find(HypothesisReader.Section)!.Place, HypothesisReader.Section, $"takes the rows of a design as evidence, and those of {SnakeCase.Of(design.Method.ToString())} are made from one another: name another method, such as csv");
        if ((double)study.Replications * study.Scenarios.Count * design.Rows is var runs and > MaxRuns)
            read.Add(document.Find("replications")?.Place ?? document.Place, "replications", FormattableString.Invariant($"{study.Replications} replications x {design.Rows} rows of the design x {study.Scenarios.Count} scenarios = {runs:0} runs, of which a study has at most {MaxRuns}"));
        new DesignCheck(read, new CombinationCheck(model, catalogue)).Refuse(design, study.Scenarios, Design);
        read.ThrowIfAny();
        branch.Check(study, sources);
    }

    private string Name(string path)
    {
        if (document.Find("name") is not { } node)
            return NameOf(path);
        if (read.Word(node, "name") is not { } name)
            return "";
        if (!IsName(name))
            read.Add(node.Place, "name", $"{Problem.Quote(name)} is not a name: allowed are a to z, 0 to 9 and hyphens, at most {LongestName}");
        return name;
    }

    private string NameOf(string path)
    {
        var name = IllegalLetters().Replace(Path.GetFileNameWithoutExtension(path).ToLowerInvariant(), "-").Trim('-');
        if (!IsName(name))
            read.Add(document.Place, "name", "no name can be made of the file's name: write name: with a to z, 0 to 9 and hyphens");
        return name;
    }

    private static bool IsOfScenarios(Node node) => node is Scalar { Text: OfScenarios };

    private static bool IsName(string name) => name.Length <= LongestName && LegalName().IsMatch(name);

    private int Integer(string key, string? typed, int min, int max, int otherwise)
    {
        if (typed is not null)
            return read.Integer(new Scalar(new Place($"--{key}", 0, 0), typed, true), "", min, max) ?? otherwise;
        return document.Find(key) is { } node ? read.Integer(node, key, min, max) ?? otherwise : otherwise;
    }

    /// <summary>A stop rule; --replications is the most that it may come to.</summary>
    private StopRule? StopRule(Mapping map, Study study, StudyDesign design)
    {
        if (design.Method is DesignMethod.Saltelli or DesignMethod.Morris)
            read.Add(map.Place, "replications", $"the indices of {SnakeCase.Of(design.Method.ToString())} need as many replications in every row: write a number");
        var rule = new StopRuleReader(read, study).Read(map);
        return rule is null || overrides.Replications is null ? rule : rule with { Max = Integer("replications", overrides.Replications, rule.Min, MaxCount, rule.Max) };
    }

    private (int Every, IReadOnlyList<ModelReporter> Model, IReadOnlyList<AgentReporter> Agents) Measures()
    {
        if (read.Map(document.Find("measures"), "measures", "{every: 1, model: [NAME, NAME]}") is not { } measures)
            return (1, [], []);
        read.RefuseOthers(measures, "measures.", "every", "model", "agents");
        var every = overrides.Every is { } typed ? read.Integer(new Scalar(new Place("--every", 0, 0), typed, true), "", 1, MaxCount) ?? 1
            : measures.Find("every") is { } node ? read.Integer(node, "measures.every", 1, MaxCount) ?? 1 : 1;
        var modelNames = Names(Typed("--measures", overrides.ModelMeasures, model.ModelReporters.Select(reporter => reporter.Name)) ?? measures.Find("model"), "measures.model", [.. model.ModelReporters.Select(reporter => reporter.Name)]);
        var agentNames = Names(Typed("--agents", overrides.AgentMeasures, model.AgentReporters.Select(reporter => reporter.Name).Distinct()) ?? measures.Find("agents"), "measures.agents", [.. model.AgentReporters.Select(reporter => reporter.Name).Distinct()]);
        // The columns keep the model's order, whatever the order of the config: one study, one table.
        return (every,
            [.. model.ModelReporters.Where(reporter => modelNames is null || modelNames.Contains(reporter.Name))],
            [.. model.AgentReporters.Where(reporter => agentNames?.Contains(reporter.Name) == true)]);
    }

    /// <summary>The measures of the command line as a config would write them, or null where it names none.</summary>
    private static Sequence? Typed(string option, IReadOnlyList<string>? typed, IEnumerable<string> all)
    {
        if (typed is null)
            return null;
        var place = new Place(option, 0, 0);
        return new Sequence(place, [.. (typed is ["all"] ? all : typed).Select(name => new Scalar(place, name, true))]);
    }

    /// <summary>The names of a list, or null where the config has none.</summary>
    private List<string>? Names(Node? node, string key, IReadOnlyList<string> known)
    {
        if (node is null)
            return null;
        var names = new List<string>();
        foreach (var item in read.List(node, key, node is Scalar { Text: "all" } && key == "measures.model" ? "[NAME, NAME], or leave the key out for all measures of the model" : ""))
        {
            if (read.Word(item, key) is not { } name)
                continue;
            if (!known.Contains(name))
                read.Add(item.Place, key, () => $"{model.Name} has no measure {Problem.Quote(name)}{Spelling.Hint(name, known)}{Listed(name, known)}");
            else if (names.Contains(name))
                read.Add(item.Place, key, $"{Problem.Quote(name)} stands there twice");
            names.Add(name);
        }
        return names;
    }

    /// <summary>The names that there are where they are few, else those that have to do with the one that is not among them.</summary>
    private string Listed(string name, IReadOnlyList<string> known)
    {
        if (known.Count is > 0 and <= MostListed)
            return $"; it has {string.Join(", ", known)}";
        var near = Spelling.Kin(name, known).Except([Spelling.Nearest(name, known)]).ToList();
        var like = near.Count > 0 ? $"; there are {string.Join(", ", near)}" : "";
        return known.Count == 0 ? "; it has none of these" : $"{like} (abm describe {model.Name} WORD looks for one)";
    }

    [GeneratedRegex(@"\A[a-z0-9-]+\z")]
    private static partial Regex LegalName();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex IllegalLetters();
}
