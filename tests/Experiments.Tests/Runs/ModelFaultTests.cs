using Experiments.Config;
using Experiments.Runs;
using Experiments.Tests.Models;

namespace Experiments.Tests.Runs;

/// <summary>What a model does against its own definition is not told by thousands of failed runs.</summary>
public sealed class ModelFaultTests : ResultFolder
{
    [Test]
    public void Run_WithAnUndeclaredOutcome_StopsTheStudyAndNamesTheDeclaredOnes()
    {
        var result = Run(VillageStudy.Of(replications: 5000, model: VillageModel.Undeclared(outcome: "stands"), scenarios: ("relief", [VillageStudy.At(1, ("pressure", 0.001))])));
        Assert.That((result.ExitCode, result.Failures.Count), Is.EqualTo((1, 0)));
        Assert.That(result.Message, Does.StartWith("The model village ended a run with the outcome 'stands', which its definition does not declare (it declares falls). The study was stopped"));
        Assert.That(StudyStatus.Of(Target).Status, Has.Property("Failed").Zero.And.Property("Done").Zero);
    }

    [Test]
    public void Run_WithAnUndeclaredEvent_StopsTheStudyAndKeepsWhatWasOver()
    {
        var result = StudyRunner.Run(Village(VillageModel.Undeclared(@event: "fall")), new RunOptions { Directory = Target, Threads = 1 }, CancellationToken.None);
        Assert.That(result.Message, Does.StartWith("The model village recorded the event 'fall', which its definition does not declare (it declares alarm)."));
        var kept = StudyStatus.Of(Target).Status!.Done;
        Assert.That(kept, Is.InRange(1, 3999));
        // The advice is followed with a definition that declares it.
        Assert.That(result.Message, Does.EndWith($"then abm resume {Target} --accept-build goes on."));
        var resumed = StudyRunner.Resume([VillageModel.Definition], Overrides.None, new RunOptions { Directory = Target, AcceptBuild = true }, CancellationToken.None);
        Assert.That((resumed.ExitCode, resumed.Message), Is.EqualTo((0, $"{kept} runs were done before and are kept.")));
    }

    [Test]
    public void Replay_WithAnUndeclaredOutcome_SaysSo()
    {
        Run(Village(VillageModel.Definition) with { Replications = 1 });
        var result = Replay.Compare(Target, [VillageModel.Undeclared(outcome: "stands", @event: "x")], 2, CancellationToken.None);
        Assert.That((result.ExitCode, result.Message), Is.EqualTo((1, "The model village ended a run with the outcome 'stands', which its definition does not declare (it declares falls).")));
    }

    private Study Village(Agents.ModelDefinition model)
    {
        var path = Path.Combine(Folder, "village.yaml");
        File.WriteAllText(path, "model: village\nreplications: 2000\nscenarios: {calm: {parameters: {pressure: 0.001}}, siege: {parameters: {pressure: 0.026}}}\n");
        return StudyLoader.Load(path, [model], Overrides.None);
    }
}
