using System.Text;
using Agents;
using Agents.Data;
using Experiments.Tests.Models;
using Experiments.Tests.Runs;

namespace Experiments.Tests.Storage;

public sealed class TablesTests : ResultFolder
{
    [Test]
    public void Design_HoldsTheParametersAtTheStart()
    {
        Run(VillageStudy.Of());
        var rows = Rows("design");
        Assert.That(rows.Select(row => (row["design_id"], row["scenario"], row["design_row"], row["pressure"], row["gates_are_open"], row["harvest"])),
            Is.EqualTo(new[] { ("1", "siege", "1", "0.02", "TRUE", "very_good"), ("2", "relief", "1", "0.02", "TRUE", "very_good") }));
    }

    [Test]
    public void Manifest_HoldsWhatScenariosChange()
    {
        Run(VillageStudy.Of());
        var change = ManifestOf()["scenarios"]![1]!["interventions"]![0]!;
        Assert.That(((int)change["at"]!, (double)change["parameters"]!["pressure"]!, (int)change["parameters"]!["guards"]!), Is.EqualTo((10, 0.001, 20)));
    }

    [Test]
    public void Manifest_NamesEveryFileWithItsHash()
    {
        Run(VillageStudy.Of());
        foreach (var file in ManifestOf()["files"]!.AsArray())
        {
            var bytes = File.ReadAllBytes(Path.Combine(Target, (string)file!["path"]!));
            Assert.That(((long)file["bytes"]!, (string)file["sha256"]!), Is.EqualTo((bytes.LongLength, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)))));
        }
        Assert.That(ManifestOf()["files"]!.AsArray().Select(file => (string?)file!["path"]).Append("manifest.json").Append("ledger.db"), Is.EquivalentTo(FilesOf()));
    }

    [Test]
    public void Events_WithCommasQuotesAndLineBreaks_ComeBackAsTheyWere()
    {
        Run(VillageStudy.Of(ticks: 60));
        var alarm = Rows("events").First(row => row["event"] == "alarm");
        Assert.That((alarm["subject"], alarm["details"]), Is.EqualTo(("the market, \"old\"", "first\nsecond line")));
        Assert.That(Rows("events").First(row => row["event"] == "fall")["value"], Is.Empty);
        Assert.That(Rows("runs").First(row => row["outcome"] == "falls")["cause"], Is.EqualTo("unrest, \"open\""));
    }

    [Test]
    public void Agents_OfTwoPopulations_ShareAColumn()
    {
        Run(VillageStudy.Of(replications: 1, ticks: 1, agents: true));
        Assert.That(Rows("agents").Where(row => row["run_id"] == "1" && row["tick"] == "0").Select(row => $"{row["population"]} {row["agent"]} {row["mood"]} {row["is_elder"]}"),
            Is.EqualTo(new[] { "villagers 0 0 ", "villagers 1 0 ", "villagers 2 0 ", "elders 3 0.5 TRUE" }));
    }

    [Test]
    public void Files_HaveNoMarkAndNoCarriageReturn()
    {
        Run(VillageStudy.Of(agents: true));
        foreach (var path in Directory.GetFiles(Target).Where(path => !path.EndsWith(".db", StringComparison.Ordinal)))
        {
            var bytes = File.ReadAllBytes(path);
            Assert.That(bytes, Has.None.EqualTo((byte)'\r'), path);
            Assert.That(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble), Is.False, path);
            Assert.That(bytes[^1], Is.EqualTo((byte)'\n'), path);
        }
    }

    [TestCase(double.PositiveInfinity, DataType.Number, "The measure bad is infinite")]
    [TestCase(0.5, DataType.Integer, "The measure bad is 0.5; an integer is whole")]
    [TestCase(1e17, DataType.Integer, "at most 2^53")]
    [TestCase(2.0, DataType.Boolean, "a boolean is 0 or 1")]
    public void Run_WithAValueThatNoTableCanHold_Fails(double value, DataType type, string message)
    {
        var bad = AgentReporter.Of<VillageModel, Population>("bad", "Bad.", "", type, model => model.Populations[0], (_, _) => value);
        var result = Run(VillageStudy.Of(replications: 1) with { AgentMeasures = [bad] });
        Assert.That((result.ExitCode, result.Failures.Count), Is.EqualTo((1, 2)));
        Assert.That(result.Failures[0].Message, Does.Contain(message));
        Assert.That(Rows("agents"), Is.Empty, "half a record must not stay");
    }
}
