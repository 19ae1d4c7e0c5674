namespace Elites.Tests.Study;

public sealed class WarningsTests
{
    [Test]
    public void Warnings_Defaults_AreNone() => Assert.That(Of(new ElitesParameters()), Is.Empty);

    [TestCase(134)]
    [TestCase(6_700)]
    public void Warnings_EliteFarFromTheCalibratedOne_GiveItsNumber(int elite)
    {
        var parameters = new ElitesParameters();
        (parameters.Population.Agents, parameters.Population.Elite) = (20_000, elite);
        Assert.That(Of(parameters).Single(), Does.StartWith($"the elite has {elite} agents, and the defaults were calibrated with 670"));
    }

    [Test]
    public void Warnings_LeverOfPeaceWithoutASettlement_NameIt()
    {
        var (before, after) = (new ElitesParameters(), new ElitesParameters());
        (after.Rent.Compensation, after.Settlement.Ceasefire) = (0.5, true);
        Assert.That(Of(before, after).Single(), Does.StartWith("no settlement comes (settlement.terms stays -1), so that settlement.ceasefire, rent.compensation can change no more than"));
        after.Settlement.Terms = 0.5;
        Assert.That(Of(before, after), Is.Empty, "one comes");
        (after.Settlement.Terms, before.Leader.Endogenous) = (-1, true);
        Assert.That(Of(before, after), Is.Empty, "the leader may choose one");
    }

    [Test]
    public void Warnings_OfSuccessorsWhoDoNotCome_NameWhatIsSetOfThem()
    {
        var parameters = new ElitesParameters();
        (parameters.Succession.SuccessorAge, parameters.Succession.Grudge) = (40, 1);
        Assert.That(Of(parameters).Single(), Is.EqualTo("the run ends as the leader leaves (run.after_removal is stop), so that succession.successor_age, succession.grudge can change nothing"));
        parameters.Run.AfterRemoval = AfterRemoval.Continue;
        Assert.That(Of(parameters), Is.Empty);
    }

    private static IEnumerable<string> Of(params ElitesParameters[] course) => ElitesModel.Definition.Warnings(course);
}
