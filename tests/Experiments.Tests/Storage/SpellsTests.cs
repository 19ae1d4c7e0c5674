using Agents;
using Agents.Data;
using Experiments.Export;
using Experiments.Tests.Models;
using Experiments.Tests.Runs;

namespace Experiments.Tests.Storage;

/// <summary>The table of spells, of any model that keeps some.</summary>
public sealed class SpellsTests : ResultFolder
{
    private static readonly ModelDefinition Chronicle = (ModelDefinition<VillageParameters>)VillageModel.Definition with
    {
        Spells = SpellTable.Of<VillageModel, Reign>(
            "an elder's time.",
            model => [new Reign(0, model.Tick / 2, "old"), new Reign(model.Tick / 2, model.Tick, "")],
            SpellColumn.Integer<Reign>("from", "Begin.", "week", reign => reign.From),
            SpellColumn.Integer<Reign>("left_at", "End; empty for the last.", "week", reign => reign.Word == "" ? null : reign.To),
            SpellColumn.Number<Reign>("length", "Length.", "week", reign => reign.To - reign.From),
            SpellColumn.Boolean<Reign>("censored", "Whether it goes on.", reign => reign.Word == ""),
            SpellColumn.Word<Reign>("word", "A word.", ["old", "young"], reign => reign.Word)),
    };

    [Test]
    public void Table_OfAModelThatKeepsSpells_HasTheirRowsInOrder()
    {
        Run(VillageStudy.Of(replications: 2, ticks: 9, model: Chronicle));
        var rows = Rows("spells").Where(row => row["run_id"] == "1").Select(row => string.Join('|', row.Values));
        Assert.That(rows, Is.EqualTo(new[] { "1|1|0|4|4|FALSE|old", "1|2|4||5|TRUE|" }));
        Assert.That(Rows("spells"), Has.Count.EqualTo(2 * Rows("runs").Count));
    }

    [Test]
    public void Table_OfAModelWithoutSpells_IsNotThere()
    {
        Run(VillageStudy.Of());
        Assert.That(FilesOf(), Has.No.Member("spells.csv"));
    }

    [Test]
    public void DataPackage_TellsItsColumns()
    {
        Run(VillageStudy.Of(replications: 2, ticks: 9, model: Chronicle));
        var text = File.ReadAllText(Path.Combine(Target, "datapackage.json"));
        Assert.That(text, Does.Contain("\"spells.csv\"").And.Contain("an elder's time.").And.Contain("young"));
    }

    [Test]
    public void Table_AfterAnInterruption_IsThatOfOneGo()
    {
        var study = VillageStudy.Of(replications: 12, ticks: 9, model: Chronicle);
        Run(study);
        var whole = File.ReadAllText(Path.Combine(Target, "spells.csv"));
        var other = Path.Combine(Folder, "other");
        using (var cancel = new CancellationTokenSource())
        {
            cancel.Cancel();
            Run(study, directory: other, cancel: cancel.Token);
        }
        Run(study, directory: other, threads: 1);
        Assert.That(File.ReadAllText(Path.Combine(other, "spells.csv")), Is.EqualTo(whole));
    }

    [Test]
    public void Verify_ChangedSpellsInTheLedger_NamesTheRun()
    {
        var study = VillageStudy.Of(replications: 1, ticks: 9, model: Chronicle);
        Run(study);
        using (var ledger = Experiments.Storage.Ledger.Read(Target, study))
            Assert.That(ledger.DamagedRuns(), Is.Empty);
        var path = Path.Combine(Target, "ledger.db");
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.AsSpan().LastIndexOf("1,1,0,4,4,FALSE,old"u8) + 4] = (byte)'3';
        File.WriteAllBytes(path, bytes);
        using (var ledger = Experiments.Storage.Ledger.Read(Target, study))
            Assert.That(ledger.DamagedRuns(), Is.EqualTo(new[] { 1 }));
    }

    [TestCase(ExportFormat.Parquet)]
    [TestCase(ExportFormat.Stata)]
    public void Export_HasTheTable(ExportFormat format)
    {
        Run(VillageStudy.Of(replications: 2, ticks: 9, model: Chronicle));
        var result = StudyExport.Run(new ExportOptions { Directory = Target, Format = format });
        Assert.That(result.ExitCode, Is.Zero, result.Message);
        Assert.That(result.Tables, Has.Member(("spells", 8L)));
    }

    private sealed record Reign(int From, int To, string Word);
}
