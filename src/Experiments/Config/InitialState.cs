using System.Globalization;
using Agents;
using Agents.Spaces;

namespace Experiments.Config;

/// <summary>What a model cannot take of a file.</summary>
/// <param name="Key">The key of the section.</param>
/// <param name="File">The file.</param>
/// <param name="Line">Its line, or 0.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record FillingComplaint(string Key, InputFile File, int Line, string Message)
{
    public override string ToString() => Line == 0 ? $"{File.Name}: {Message}" : string.Create(CultureInfo.InvariantCulture, $"{File.Name}:{Line}: {Message}");
}

/// <summary>Records that overwrite some columns of rows of a population; a value that is NaN leaves the row's own.</summary>
internal sealed record PopulationFilling
{
    /// <summary>The population.</summary>
    public required InitialPopulation Population { get; init; }

    public required InputFile File { get; init; }

    /// <summary>Columns of the file that are carried along only.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The columns that are filled.</summary>
    public required IReadOnlyList<InitialColumn> Columns { get; init; }

    /// <summary>The values, a list for each of the columns.</summary>
    public required IReadOnlyList<List<double>> Values { get; init; }

    /// <summary>The number of each record's kind; empty where rows have no kinds.</summary>
    public required IReadOnlyList<double> Kinds { get; init; }

    /// <summary>The line of each record.</summary>
    public required IReadOnlyList<int> Lines { get; init; }

    /// <summary>The records by their ids; empty where they have none.</summary>
    public required IReadOnlyDictionary<string, int> Ids { get; init; }

    /// <summary>The row that each record fills, or the first record for which there is none.</summary>
    public (int[] Rows, FillingComplaint? Complaint) RowsIn(Population population)
    {
        var rows = new int[Lines.Count];
        var next = new Dictionary<double, int>();
        for (var record = 0; record < rows.Length; record++)
        {
            var kind = Kinds.Count > 0 ? Kinds[record] : 0;
            var row = next.GetValueOrDefault(kind);
            while (row < population.Count && Kinds.Count > 0 && Population.Kind!.Of(population).NumberAt(row) != kind)
                row++;
            if (row >= population.Count)
                return (rows, new FillingComplaint(Population.Name, File, Lines[record], TooMany(population, kind)));
            (rows[record], next[kind]) = (row, row + 1);
        }
        return (rows, null);
    }

    private string TooMany(Population population, double kind)
    {
        if (Kinds.Count == 0)
            return string.Create(CultureInfo.InvariantCulture, $"more records than the {population.Count} agents of {Population.Name}");
        var column = Population.Kind!;
        var agents = Enumerable.Range(0, population.Count).Count(row => column.Of(population).NumberAt(row) == kind);
        var name = column.Choices[Array.FindIndex(Enum.GetValuesAsUnderlyingType(column.Type).Cast<object>().ToArray(), value => Convert.ToDouble(value, CultureInfo.InvariantCulture) == kind)];
        return string.Create(CultureInfo.InvariantCulture, $"more records of the kind {name} than the {agents} that {Population.Name} has of it");
    }
}

/// <summary>Links that stand in the place of those of a network.</summary>
/// <param name="Network">The network.</param>
/// <param name="File">The file.</param>
/// <param name="Links">The ends: records where the population's have ids, otherwise rows.</param>
/// <param name="Lines">The line of each link.</param>
/// <param name="Weights">The weight of each link; empty where the file gives none.</param>
/// <param name="AreRecords">Whether the ends are records.</param>
internal sealed record LinksFilling(NamedNetwork Network, InputFile File, IReadOnlyList<Link> Links, IReadOnlyList<int> Lines, IReadOnlyList<double> Weights, bool AreRecords)
{
    public string Key => InitialCatalogue.TiesPrefix + Network.Name;
}

/// <summary>What files say of the initial state; all else is drawn as usual, and no draw changes.</summary>
public sealed class InitialState
{
    private readonly IReadOnlyList<PopulationFilling> populations;
    private readonly IReadOnlyList<LinksFilling> networks;

    internal InitialState(IReadOnlyList<PopulationFilling> populations, IReadOnlyList<LinksFilling> networks) =>
        (this.populations, this.networks) = (populations, networks);

    /// <summary>The files, in the order of the model.</summary>
    public IEnumerable<InputFile> Files => [.. populations.Select(one => one.File), .. networks.Select(one => one.File)];

    /// <summary>The section of a config, line by line.</summary>
    internal IEnumerable<string> Lines =>
    [
        "initial:",
        .. populations.Select(one => $"  {one.Population.Name}: {{file: {one.File.Name}{(one.Labels.Count > 0 ? $", labels: [{string.Join(", ", one.Labels.Select(ResolvedConfig.Word))}]" : "")}, sha256: '{one.File.Sha256}'}}"),
        .. networks.Select(one => $"  {one.Key}: {{file: {one.File.Name}, sha256: '{one.File.Sha256}'}}"),
    ];

    /// <summary>Overwrites what the files name in a model that was just made.</summary>
    /// <returns>What the model cannot take, or null.</returns>
    internal FillingComplaint? Fill(Model model)
    {
        var rowsOf = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var filling in populations)
        {
            var population = model.Populations.First(one => one.Name == filling.Population.Name);
            var (rows, complaint) = filling.RowsIn(population);
            if (complaint is not null)
                return complaint;
            rowsOf.Add(population.Name, rows);
            for (var i = 0; i < filling.Columns.Count; i++)
                Put(filling.Columns[i].Of(population), rows, filling.Values[i]);
        }
        foreach (var filling in networks)
        {
            if (Replace(filling, model, rowsOf) is { } complaint)
                return complaint;
        }
        var (key, file) = populations.Count > 0 ? (populations[0].Population.Name, populations[0].File) : (networks[0].Key, networks[0].File);
        return model.AfterFilling() is { } wrong ? new FillingComplaint(key, file, 0, wrong) : null;
    }

    private static void Put(Column column, int[] rows, List<double> values)
    {
        for (var record = 0; record < rows.Length; record++)
        {
            if (!double.IsNaN(values[record]))
                column.Put(rows[record], values[record]);
        }
    }

    private static FillingComplaint? Replace(LinksFilling filling, Model model, Dictionary<string, int[]> rowsOf)
    {
        var network = filling.Network.Links(model);
        var rows = filling.AreRecords ? rowsOf[filling.Network.Nodes(model).Name] : null;
        var links = new Link[filling.Links.Count];
        for (var i = 0; i < links.Length; i++)
        {
            var (from, to) = filling.Links[i];
            if (rows is not null)
                links[i] = new Link(rows[from], rows[to]);
            else if (Math.Max(from, to) < network.Count)
                links[i] = filling.Links[i];
            else
            {
                var message = string.Create(CultureInfo.InvariantCulture, $"{Math.Max(from, to) + 1} is no row of {filling.Network.Nodes(model).Name}, which has {network.Count}");
                return new FillingComplaint(filling.Key, filling.File, filling.Lines[i], message);
            }
        }
        network.Replace(links);
        if (filling.Network.Weights?.Invoke(model) is { } weights)
        {
            foreach (var (link, weight) in links.Zip(filling.Weights))
                weights.Put(link.From, link.To, weight);
            network.Commit();
        }
        return null;
    }
}
