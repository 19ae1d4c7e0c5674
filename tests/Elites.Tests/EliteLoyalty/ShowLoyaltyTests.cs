using Elites.EliteLoyalty;

namespace Elites.Tests.EliteLoyalty;

/// <summary>Public and private loyalty.</summary>
public class ShowLoyaltyTests
{
    private readonly ElitesModel model = Trial.Make();

    // The pressure is R_e times the loyalty in sight, 0.6 * 0.8 = 0.48; the lie is 0.8 - l.
    [TestCase(0.9f, 0f, 0.9f)]
    [TestCase(0.2f, 0.7f, 0.8f)] // 0.48 > 0.7 * 0.6
    [TestCase(0.2f, 0.9f, 0.2f)] // 0.48 < 0.9 * 0.6
    [TestCase(0.6f, 0.9f, 0.8f)] // a smaller lie is cheaper
    public void Step_LoyaltyAndIntegrity_DecideWhatShows(float loyalty, float integrity, float expected)
    {
        Show(loyalty, integrity);
        Assert.That(model.Elite.PublicLoyalty[0], Is.EqualTo(expected).Within(1e-6));
    }

    [TestCase(0.2f, 5f, 0.3f, 0.342f)] // 0.1 * 0.6 of what is left is seized
    [TestCase(0.2f, 0f, 0.3f, 0.282f)] // who hides it has as much of the rest given back
    public void Step_OpenDissent_CostsAssets(float loyalty, float integrity, float seized, float expected)
    {
        model.Elite.Seized[0] = seized;
        Show(loyalty, integrity);
        Assert.That(model.Elite.Seized[0], Is.EqualTo(expected).Within(1e-6));
    }

    private void Show(float loyalty, float integrity)
    {
        model.Elite.Integrity.Initial[0] = integrity;
        Stage.Give(model.Elite.Loyalty, 0, loyalty);
        (model.Repression.Effective, model.Climate.PublicLoyalty) = (0.6, 0.8);
        var p = new LoyaltyParameters { Seizure = 0.1, Shown = 0.8 };
        new Stage().Play(model.Elite, new ShowLoyalty(model.Repression, model.Climate, new Clock(1), p), 0);
    }
}
