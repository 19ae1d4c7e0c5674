using Agents.Spaces;

namespace Elites.Tests;

/// <summary>An initial state of which files have overwritten something.</summary>
public sealed class FillingTests
{
    [Test]
    public void AfterFilling_OfNothing_ChangesNoBit()
    {
        var (plain, filled) = (Trial.Make(), Trial.Make());
        Assert.That(filled.AfterFilling(), Is.Null);
        var (one, other) = (Trial.Begin(plain), Trial.Begin(filled));
        for (var tick = 0; tick < 10; tick++)
        {
            one.Advance();
            other.Advance();
        }
        Assert.That(other.Hash(), Is.EqualTo(one.Hash()));
    }

    [Test]
    public void AfterFilling_OfArmsAndLoyalty_SharesForceAndTellsTheLeader()
    {
        var model = Trial.Make();
        for (var row = 0; row < model.Elite.Count; row++)
        {
            model.Elite.Arms.Put(row, row == 3 ? 1 : 0);
            model.Elite.Loyalty.Put(row, row == 3 ? 0.25 : 1);
        }
        Assert.That(model.AfterFilling(), Is.Null);
        Assert.That((model.Elite.Force[3], model.Elite.Force[4]), Is.EqualTo((1f, 0f)));
        Assert.That(model.Leader.Loyalty[0], Is.EqualTo(0.25).Within(1e-6));
    }

    [Test]
    public void AfterFilling_OfAClanThatIsNone_SaysSo()
    {
        var model = Trial.Make();
        model.Elite.Clan.Put(2, 8);
        Assert.That(model.AfterFilling(), Is.EqualTo("clan 8 of row 2 of the elite is none of the 8 clans, which are numbered from 0 (ties.clans)"));
    }

    [Test]
    public void AfterFilling_OfPatronsInACircle_SaysSo()
    {
        var model = Trial.Make();
        model.Elite.Patron.Put(1, 2);
        model.Elite.Patron.Put(2, 1);
        Assert.That(model.AfterFilling(), Does.Contain("lead in a circle and not to the leader (-1)"));
        model.Elite.Patron.Put(1, model.Elite.Count);
        Assert.That(model.AfterFilling(), Does.Contain($"patron {model.Elite.Count} of row 1 of the elite is none of its {model.Elite.Count} rows"));
    }

    [Test]
    public void Trust_OfTheDefinition_IsTheNetworkOfTheElite()
    {
        var trust = ElitesModel.Definition.Networks.Single();
        var model = Trial.Make();
        Assert.That((trust.Name, trust.Nodes(model)), Is.EqualTo(("trust", (Population)model.Elite)));
        trust.Links(model).Replace([new Link(0, 1)]);
        Assert.That(trust.Links(model).LinkCount, Is.EqualTo(1));
    }
}
