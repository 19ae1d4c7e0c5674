using Experiments.Tests.Models;
using Experiments.Tests.Runs;

namespace Experiments.Tests.Storage;

/// <summary>Runs whose rows do not fit into the memory that a run may take.</summary>
public sealed class SpillTests : ResultFolder
{
    [Test]
    public void Run_WithMoreRowsThanMemoryHolds_WritesThemAllInOrder()
    {
        const int Ticks = 60_000;
        var calm = VillageStudy.At(0, ("pressure", 0.0));
        var spilled = 0;
        Run(VillageStudy.Of(replications: 2, ticks: Ticks, scenarios: [("calm", [calm])]), threads: 2, progress: _ => spilled += Directory.GetFiles(Target, ".spill-*").Length);
        var path = Path.Combine(Target, "ticks.csv");
        Assert.That(new FileInfo(path).Length, Is.GreaterThan(2L * (2 << 20)), "the rows of a run must not fit");
        Assert.That(spilled, Is.Positive);
        var keys = File.ReadLines(path).Skip(1).Select(line => line.Split(',', 3)[..2]).Select(cells => string.Join(',', cells));
        Assert.That(keys, Is.EqualTo(from run in new[] { 1, 2 } from tick in Enumerable.Range(0, Ticks + 1) select $"{run},{tick}"));
        Assert.That(FilesOf().Where(name => name.StartsWith('.')), Is.Empty);
    }
}
