namespace Agents.Generators.Tests.Analyzers;

internal sealed class RepeatabilityAnalyzerTests
{
    [TestCase("{|ABM027:new System.Random(1)|}")]
    [TestCase("{|ABM027:System.Random.Shared|}")]
    [TestCase("{|ABM027:DateTime.Now|}")]
    [TestCase("{|ABM027:DateTime.UtcNow|}.Ticks")]
    [TestCase("{|ABM027:Guid.NewGuid()|}")]
    [TestCase("{|ABM027:Environment.TickCount64|}")]
    [TestCase("{|ABM027:Environment.ProcessorCount|}")]
    [TestCase("{|ABM027:System.Diagnostics.Stopwatch.GetTimestamp()|}")]
    [TestCase("{|ABM027:\"north\".GetHashCode()|}")]
    [TestCase("{|ABM027:HashCode.Combine(1, 2)|}")]
    [TestCase("{|ABM028:Math.Exp(1)|}")]
    [TestCase("{|ABM028:MathF.Sin(1)|}")]
    [TestCase("{|ABM028:double.Pow(2, 3)|}")]
    [TestCase("{|ABM028:System.Numerics.Vector.Log(System.Numerics.Vector<double>.One)|}")]
    [TestCase("(Func<double, double>){|ABM028:Math.Log|}")]
    public void Model_OrRule_DependsOnTheMachine_IsFound(string value)
    {
        Snippet.CheckStep($"Console.WriteLine({value});");
        Snippet.CheckRule($"Console.WriteLine({value});");
    }

    [TestCase("Math.Sqrt(2)")]
    [TestCase("Math.Max(1, Math.Floor(2.5))")]
    [TestCase("double.FusedMultiplyAdd(1, 2, 3)")]
    [TestCase("Agents.Numerics.Functions.Exp(1)")]
    [TestCase("new DateTime(2026, 1, 1)")]
    [TestCase("Guid.Empty")]
    [TestCase("3.GetHashCode()")]
    [TestCase("Draws(Purposes.Luck).Uniform()")]
    public void Model_GivesTheSameEverywhere_IsSilent(string value) => Snippet.CheckStep($"Console.WriteLine({value});");

    [Test]
    public void Message_NamesTheCure()
    {
        var found = Snippet.Find("public abstract class Village(Seed seed) : Model(seed) { private double odds = Math.Pow(2, 3); private double chance = Random.Shared.NextDouble(); }");
        Assert.That(found.Select(one => one.GetMessage(System.Globalization.CultureInfo.InvariantCulture)), Is.SupersetOf(new[]
        {
            "The last bits of Math.Pow differ between machines: use Functions.Pow",
            "Random.Shared is not the same in every run of one seed: use the agent's or the model's Draws",
        }));
    }

    [Test]
    public void HashCode_OfATypeInAModel_IsSilent() => Snippet.CheckStep("", """
        private sealed class Key(string name)
        {
            public override int GetHashCode() => HashCode.Combine(name);
            public override bool Equals(object? other) => ReferenceEquals(this, other);
        }
        """);

    [TestCase("{|ABM029:System.Threading.Tasks.Parallel.For(0, 3, _ => { })|};")]
    [TestCase("{|ABM029:System.Threading.Tasks.Task.Run(() => { })|};")]
    [TestCase("{|ABM029:System.Threading.Thread.Sleep(1)|};")]
    [TestCase("_ = {|ABM029:new System.Threading.Thread(() => { })|};")]
    public void Rule_UsesThreads_IsFound(string body) => Snippet.CheckRule(body);

    [Test]
    public void Model_UsesThreads_IsLeftToIt() => Snippet.CheckStep("System.Threading.Tasks.Parallel.For(0, 3, _ => { });");

    [Test]
    public void Anything_OutsideModels_IsSilent() => Snippet.Check("""
        public static class Clock
        {
            public static double Read() => Math.Exp(1) + DateTime.Now.Ticks + new Random().Next() + "x".GetHashCode();
        }
        """);

    [Test]
    public void MethodWithAnAgent_OutsideModels_IsFound() => Snippet.Check("""
        public static class Habits
        {
            public static double Odds(Agent<People> me) => {|ABM028:Math.Exp(me.Wealth)|};
        }
        """);
}
