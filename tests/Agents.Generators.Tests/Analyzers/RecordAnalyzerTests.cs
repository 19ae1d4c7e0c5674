namespace Agents.Generators.Tests.Analyzers;

internal sealed class RecordAnalyzerTests
{
    [Test]
    public void Rule_Records_IsFound() => Snippet.CheckRule("if (me.Wealth > 5) {|ABM026:model.Record(\"riches\")|};");

    [Test]
    public void Rule_RecordsInAHelper_IsFound() => Snippet.CheckRule("Tell();", "private void Tell() => {|ABM026:model.Record(\"riches\")|};");

    [Test]
    public void Model_Records_IsSilent() => Snippet.CheckStep("Record(\"riches\");");

    [Test]
    public void StepThatIsNoRule_Records_IsSilent() => Snippet.Check("""
        public readonly struct Purge(Model model)
        {
            public void Step() => model.Record("purge");
        }
        """);

    [Test]
    public void Rule_OfASequentialPopulation_IsSilent() => Snippet.Check("""
        public sealed class Crowd(Model model) : Population(model, "crowd", 3, Regime.FixedOrder);

        public readonly struct Tell : IRule<Crowd>
        {
            public void Step(Agent<Crowd> me) => me.Population.Model.Record("act");
        }
        """);
}
