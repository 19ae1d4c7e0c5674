using System.Globalization;
using System.Text.Json.Nodes;
using Experiments.Export;
using Experiments.Runs;
using Experiments.Storage;
using Experiments.Tests.Analysis.Report;
using Experiments.Tests.Models;
using Parquet;
using Parquet.Schema;

namespace Experiments.Tests.Export;

/// <summary>What is exported is what the tables hold; what cannot be trusted is not exported.</summary>
public sealed class StudyExportTests : AnalysedVillage
{
    private static readonly string[] Exported = ["design", "runs", "ticks", "events", "agents", "timings"];

    private string Parquet => Path.Combine(Target, "export", "parquet");

    [TestCase(false)]
    [TestCase(true)]
    public async Task Parquet_EveryTable_HoldsTheCellsAndTypesOfTheCsv(bool isPacked)
    {
        // A run that fails has empty cells in every type of column.
        var study = VillageStudy.Of(replications: 4, agents: true, brokenReplication: 2);
        Run(study);
        var csv = Exported.ToDictionary(table => table, table => Rows(table));
        if (isPacked)
            StudyRunner.Run(study, new RunOptions { Directory = Target, Threads = 2, Gzip = true }, CancellationToken.None);
        var result = Export();
        Assert.That((result.ExitCode, result.Folder), Is.EqualTo((0, Parquet)), result.Message);
        Assert.That(result.Message, Does.Contain("2 of 8 runs failed"));
        Assert.That(result.Tables, Is.EqualTo(Exported.Select(table => (table, (long)csv[table].Count))));
        foreach (var table in Exported)
        {
            var columns = await Read(Path.Combine(Parquet, table + ".parquet"));
            foreach (var (name, type) in DeclaredTypes(table))
            {
                Assert.That(columns[name].Type, Is.EqualTo(type), $"{table}.{name}");
                Assert.That(columns[name].Cells, Is.EqualTo(csv[table].Select(row => Parsed(row[name], type))), $"{table}.{name}");
            }
        }
    }

    [Test]
    public async Task Parquet_OfManyGroupsOfRows_HoldsEveryRowInOrder()
    {
        Run(VillageStudy.Of(replications: 2, ticks: 50));
        var ticks = Rows("ticks");
        var table = DataPackage.Read(Target).Single(table => table.Name == "ticks");
        var path = Path.Combine(Folder, "ticks.parquet");
        using (var reading = new TableReading(Target, table, null, ""))
        using (var output = File.Create(path))
            ParquetTable.Write(reading, output, cells: 7 * table.Fields.Count);
        await using (var reader = await ParquetReader.CreateAsync(path))
            Assert.That(reader.RowGroupCount, Is.EqualTo((ticks.Count + 6) / 7));
        var columns = await Read(path);
        Assert.That(columns["tick"].Cells, Is.EqualTo(ticks.Select(row => Parsed(row["tick"], typeof(long)))));
        Assert.That(columns["unrest"].Cells, Is.EqualTo(ticks.Select(row => Parsed(row["unrest"], typeof(double)))));
    }

    [Test]
    public async Task Parquet_TellsWhatItsColumnsMean()
    {
        Run(VillageStudy.Of());
        Export();
        await using var reader = await ParquetReader.CreateAsync(Path.Combine(Parquet, "ticks.parquet"));
        var package = JsonNode.Parse(File.ReadAllText(Path.Combine(Target, "datapackage.json")))!;
        var declared = package["resources"]!.AsArray().Single(table => (string)table!["name"]! == "ticks")!["schema"]!["fields"]!.AsArray();
        var told = JsonNode.Parse(reader.CustomMetadata!["tableschema"])!["fields"]!.AsArray();
        foreach (var key in (string[])["name", "type", "description", "unit"])
            Assert.That(told.Select(field => (string?)field![key]), Is.EqualTo(declared.Select(field => (string?)field![key])), key);
    }

    [Test]
    public void Export_OfAnAnalysedStudy_HasItsTablesUntilTheyAreGone()
    {
        RunConfig("model: village\nreplications: 5");
        Analyse();
        Export();
        Assert.That(FilesOf(Parquet), Has.Member("analysis_outcomes.parquet").And.Member("runs.parquet"));
        Directory.Delete(Path.Combine(Target, "analysis"), recursive: true);
        Export();
        Assert.That(FilesOf(Parquet), Has.None.StartWith("analysis_").And.Member("runs.parquet"));
    }

    [Test]
    public void Export_LeavesTheResultAsItWas()
    {
        Run(VillageStudy.Of());
        var before = FilesOf().ToDictionary(name => name, name => File.ReadAllBytes(Path.Combine(Target, name)));
        Export();
        Export(ExportFormat.Stata);
        Assert.That(FilesOf(), Is.EqualTo(before.Keys.Append("export").Order(StringComparer.Ordinal)));
        foreach (var (name, bytes) in before)
            Assert.That(File.ReadAllBytes(Path.Combine(Target, name)), Is.EqualTo(bytes), name);
    }

    [TestCase("ticks.csv", ExportFormat.Parquet)]
    [TestCase("runs.csv", ExportFormat.Stata)]
    [TestCase("datapackage.json", ExportFormat.Parquet)]
    public void Export_OfADamagedTable_LeavesNothingAndSaysWhatToDo(string file, ExportFormat format)
    {
        Run(VillageStudy.Of());
        var bytes = File.ReadAllBytes(Path.Combine(Target, file));
        bytes[Array.LastIndexOf(bytes, (byte)'1')] = (byte)'2';
        File.WriteAllBytes(Path.Combine(Target, file), bytes);
        AssertRefused(Export(format), $"{file} is not what was written", $"abm resume {Target} writes the tables again");
    }

    [Test]
    public void Export_OfATruncatedPackedTable_LeavesNothing()
    {
        StudyRunner.Run(VillageStudy.Of(), new RunOptions { Directory = Target, Threads = 2, Gzip = true }, CancellationToken.None);
        var path = Path.Combine(Target, "ticks.csv.gz");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^20]);
        AssertRefused(Export(), "ticks.csv.gz is not what was written", "abm resume");
    }

    [Test]
    public void Export_WhereATableIsMissing_SaysSo()
    {
        Run(VillageStudy.Of());
        File.Delete(Path.Combine(Target, "events.csv"));
        AssertRefused(Export(), "events.csv", "abm resume");
    }

    [Test]
    public void Export_OfAnInterruptedStudy_IsRefused()
    {
        using var stop = new CancellationTokenSource();
        Run(VillageStudy.Of(replications: 200), progress: _ => stop.Cancel(), cancel: stop.Token);
        AssertRefused(Export(), "only a part of its study", $"abm resume {Target}");
    }

    [Test]
    public void Export_OverTheTablesThemselves_IsRefused()
    {
        Run(VillageStudy.Of());
        var result = StudyExport.Run(new ExportOptions { Directory = Target, Format = ExportFormat.Stata, Folder = Target });
        AssertRefused(result, "holds tables of a result, which an export never replaces", "--out");
        Assert.That(Rows("runs"), Has.Count.EqualTo(10));
    }

    [Test]
    public void Export_IntoAFolderOfSomebodyElse_LeavesWhatElseIsThere()
    {
        Run(VillageStudy.Of());
        var folder = Path.Combine(Folder, "mine");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "agents.csv"), "mine");
        var result = StudyExport.Run(new ExportOptions { Directory = Target, Format = ExportFormat.Stata, Folder = folder });
        Assert.That((result.ExitCode, result.Folder), Is.EqualTo((0, folder)), result.Message);
        Assert.That(File.ReadAllText(Path.Combine(folder, "agents.csv")), Is.EqualTo("mine"));
        Assert.That(FilesOf(folder), Is.EqualTo(new[] { "agents.csv", "design.csv", "events.csv", "names.csv", "runs.csv", "ticks.csv", "timings.csv" }));
    }

    [Test]
    public void Export_WhereAnotherStudyReplacesTheResult_Goes()
    {
        Run(VillageStudy.Of());
        Export();
        Run(VillageStudy.Of(replications: 2, ticks: 5), force: true);
        Assert.That(FilesOf(), Has.No.Member("export"));
    }

    [Test]
    public void Stata_EveryColumn_HasALegalNameThatNamesExplains()
    {
        Run(VillageStudy.Of(brokenReplication: 2));
        var result = Export(ExportFormat.Stata);
        Assert.That(result.ExitCode, Is.Zero, result.Message);
        var folder = Path.Combine(Target, "export", "stata");
        var names = Rows("names", folder);
        Assert.That(names.Select(row => row["short"]), Has.All.Match("^[A-Za-z_][A-Za-z0-9_]{0,31}$"));
        foreach (var table in result.Tables.Select(table => table.Table))
        {
            var (here, there) = (Rows(table, folder), Rows(table));
            Assert.That(here, Has.Count.EqualTo(there.Count), table);
            foreach (var row in names.Where(row => row["table"] == table))
                Assert.That(here.Select(cells => cells[row["short"]]), Is.EqualTo(there.Select(cells => cells[row["name"]] switch { "TRUE" => "1", "FALSE" => "0", var cell => cell })), row["name"]);
        }
    }

    private ExportResult Export(ExportFormat format = ExportFormat.Parquet) => StudyExport.Run(new ExportOptions { Directory = Target, Format = format });

    private void AssertRefused(ExportResult result, params string[] said)
    {
        Assert.That(result.ExitCode, Is.EqualTo(2));
        foreach (var words in said)
            Assert.That(result.Message, Does.Contain(words));
        var left = Directory.Exists(Path.Combine(Target, "export")) ? Directory.GetFiles(Path.Combine(Target, "export"), "*", SearchOption.AllDirectories) : [];
        Assert.That(left, Is.Empty);
    }

    private IEnumerable<(string Name, Type Type)> DeclaredTypes(string table) =>
        from resource in JsonNode.Parse(File.ReadAllText(Path.Combine(Target, "datapackage.json")))!["resources"]!.AsArray()
        where (string)resource!["name"]! == table
        from field in resource["schema"]!["fields"]!.AsArray()
        select ((string)field!["name"]!, (string)field["type"]! switch
        {
            "integer" => typeof(long),
            "number" => typeof(double),
            "boolean" => typeof(bool),
            "datetime" => typeof(DateTime),
            _ => typeof(string),
        });

    private static object? Parsed(string cell, Type type) =>
        cell.Length == 0 ? null
        : type == typeof(long) ? long.Parse(cell, CultureInfo.InvariantCulture)
        : type == typeof(double) ? double.Parse(cell, CultureInfo.InvariantCulture)
        : type == typeof(bool) ? cell == "TRUE"
        : type == typeof(DateTime) ? DateTime.Parse(cell, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal)
        : cell;

    private static async Task<Dictionary<string, (Type Type, List<object?> Cells)>> Read(string path)
    {
        await using var reader = await ParquetReader.CreateAsync(path);
        var columns = reader.Schema.DataFields.ToDictionary(field => field.Name, field => (Type: IsWords(field) ? typeof(string) : field.ClrType, Cells: new List<object?>()));
        for (var number = 0; number < reader.RowGroupCount; number++)
        {
            using var group = reader.OpenRowGroupReader(number);
            foreach (var field in reader.Schema.DataFields)
                columns[field.Name].Cells.AddRange(await Cells(group, field));
        }
        return columns;
    }

    private static async Task<object?[]> Cells(ParquetRowGroupReader group, DataField field)
    {
        if (IsWords(field))
        {
            var words = new string?[group.RowCount];
            await group.ReadAsync(field, words.AsMemory()!);
            return words;
        }
        return field.ClrType == typeof(long) ? await Cells<long>(group, field)
            : field.ClrType == typeof(double) ? await Cells<double>(group, field)
            : field.ClrType == typeof(bool) ? await Cells<bool>(group, field)
            : await Cells<DateTime>(group, field);
    }

    private static bool IsWords(DataField field) => field.ClrType == typeof(ReadOnlyMemory<char>);

    private static async Task<object?[]> Cells<T>(ParquetRowGroupReader group, DataField field)
        where T : struct
    {
        var cells = new T?[group.RowCount];
        await group.ReadAsync<T>(field, cells.AsMemory());
        return [.. cells.Select(cell => (object?)cell)];
    }
}
