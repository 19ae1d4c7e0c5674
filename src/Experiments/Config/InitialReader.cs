using System.Globalization;
using Agents;

namespace Experiments.Config;

/// <summary>Reads the section <c>initial:</c>: files that fill columns of populations and replace the links of networks.</summary>
/// <param name="read">Takes what is wrong.</param>
/// <param name="definition">The model.</param>
internal sealed class InitialReader(ValueReader read, ModelDefinition definition)
{
    /// <summary>The section's name.</summary>
    public const string Section = "initial";

    private const string Labels = "labels";

    /// <summary>Most agents of a model that is made to be looked at.</summary>
    private const long MostAgents = 20_000_000;

    /// <summary>Sets of start values that files are tried with before anything runs; a run tells of the others.</summary>
    private const int MostTrials = 100;

    private readonly InputReader inputs = new(read);

    /// <summary>What the files say, or null where the config names none or after a problem.</summary>
    /// <param name="node">The section.</param>
    /// <param name="study">The study so far.</param>
    public InitialState? Read(Node? node, Study study)
    {
        if (read.Map(node, Section) is not { Entries.Count: > 0 } map || !read.IsSound)
            return null;
        var first = study.Catalogue.Make(study.DesignPoints[0].Values);
        if (definition.CountAgents(first) > MostAgents)
        {
            read.Add(map.Place, Section, $"files can fill models of at most {MostAgents} agents");
            return null;
        }
        var model = definition.Create(first, Seed.Of(study.Seed));
        var catalogue = InitialCatalogue.Of(definition, model);
        RefuseOthers(map, catalogue);
        var populations = catalogue.Populations.Select(one => map.Find(one.Name) is { } value ? ReadPopulation(value, one) : null).OfType<PopulationFilling>().ToList();
        if (!read.IsSound)
            return null;
        var links = new LinksReader(read, inputs);
        var networks = catalogue.Networks
            .Select(one => map.Find(InitialCatalogue.TiesPrefix + one.Name) is { } value
                ? links.Read(value, one, populations.Find(filling => filling.Population.Name == one.Nodes(model).Name), one.Links(model).IsDirected)
                : null)
            .OfType<LinksFilling>().ToList();
        if (!read.IsSound)
            return null;
        var state = new InitialState(populations, networks);
        Try(state, study, map);
        return state;
    }

    private void RefuseOthers(Mapping map, InitialCatalogue catalogue)
    {
        var keys = catalogue.Keys.ToList();
        foreach (var entry in map.Entries.Where(entry => !keys.Contains(entry.Key)))
            read.Add(entry.KeyPlace, $"{Section}.{entry.Key}", $"{definition.Name} has no population and no network of this name{Spelling.Hint(entry.Key, keys)}; files can fill {(keys.Count > 0 ? string.Join(", ", keys) : "nothing of it")}");
    }

    private PopulationFilling? ReadPopulation(Node node, InitialPopulation population)
    {
        var key = $"{Section}.{population.Name}";
        if (population.Columns.All(column => column.IsKind))
        {
            read.Add(node.Place, key, "the population has no state variable that a file can fill");
            return null;
        }
        var labels = node is Mapping map ? read.List(map.Find(Labels), $"{key}.{Labels}").Select(item => read.Word(item, $"{key}.{Labels}")).OfType<string>().ToList() : [];
        if (inputs.Read(node, key, population.Name, Labels) is not { } file || !read.IsSound)
            return null;
        using var stream = new MemoryStream(file.Content.ToArray(), writable: false);
        return CsvFile.Read(read, stream, file.Source, csv => new PopulationFile(read, population, file, labels).Read(csv));
    }

    /// <summary>Fills a model for every set of start values that shapes an initial state.</summary>
    private void Try(InitialState state, Study study, Mapping map)
    {
        var shaping = study.Catalogue.Parameters.Where(parameter => parameter.About.AtStartOnly).ToList();
        var tried = new HashSet<string>(StringComparer.Ordinal);
        var varies = study.Design.Factors.Any(factor => factor.Parameter?.About.AtStartOnly == true || factor.Also.Any(also => also.About.AtStartOnly));
        foreach (var point in study.DesignPoints.Take(varies ? int.MaxValue : study.Scenarios.Count))
        {
            if (tried.Count == MostTrials || !read.IsSound)
                return;
            if (!tried.Add(string.Join(' ', shaping.Select(parameter => parameter.Format(point.Values[parameter.Index])))))
                continue;
            var model = definition.Create(study.Catalogue.Make(point.Values), Seed.Of(study.Seed));
            if (state.Fill(model) is not { } complaint)
                continue;
            var where = study.DesignPoints.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" (scenario {point.Scenario}, row {point.Row} of the design)") : "";
            var place = complaint.Line > 0 ? new Place(complaint.File.Source, complaint.Line, 1) : map.Find(complaint.Key)?.Place ?? map.Place;
            read.Add(place, $"{Section}.{complaint.Key}", complaint.Message + where);
        }
    }
}
