using Agents.Data;
using Experiments.Tests.Models;
using Experiments.Tests.Runs;

namespace Experiments.Tests.Storage;

/// <summary>Runs whose rows do not fit into the memory that a run may take.</summary>
public sealed class SpillTests : ResultFolder
{
    private const int Ticks = 60_000;

    [Test]
    public void Run_WithMoreRowsThanMemoryHolds_WritesThemAllInOrder()
    {
        var spills = ModelReporter.Boolean<VillageModel>("spills", "Whether rows wait in a file.", model => model.Tick == Ticks && Directory.GetFiles(Target, ".spill-*").Length > 0);
        var study = VillageStudy.Of(replications: 2, ticks: Ticks, scenarios: [("calm", [VillageStudy.At(0, ("pressure", 0.0))])]);
        Run(study with { ModelMeasures = [.. study.ModelMeasures, spills] });
        Assert.That(Rows("runs").Select(row => row["end_spills"]), Is.All.EqualTo("TRUE"));
        var keys = File.ReadLines(Path.Combine(Target, "ticks.csv")).Skip(1).Select(line => string.Join(',', line.Split(',', 3)[..2]));
        Assert.That(keys, Is.EqualTo(from run in new[] { 1, 2 } from tick in Enumerable.Range(0, Ticks + 1) select $"{run},{tick}"));
        Assert.That(FilesOf().Where(name => name.StartsWith('.')), Is.Empty);
    }
}
