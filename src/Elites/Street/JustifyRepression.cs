namespace Elites.Street;

/// <summary>
/// M11, repression and its justification: the war justifies it, J = W + (1 - W) of what is left or retained of that, and
/// effective repression is R_e = R (rho + (1 - rho) J). While an enemy justifies it, it grows; where public support is
/// wanting, force answers.
/// </summary>
internal readonly struct JustifyRepression(ElitesModel model, ElitesParameters parameters)
{
    private readonly RepressionParameters p = parameters.Repression;

    public void Step()
    {
        var politics = model.Politics;
        var war = politics.Warness;
        var kept = parameters.War.Enabled ? p.Retention + (1 - p.Retention) * Clock.LeftAfter(politics.WeeksSettled, p.JustificationHalfLife) : p.Retention;
        politics.Justification = 1 - Math.Min(1, p.Strength * (1 - war - (1 - war) * kept));
        politics.RepressionGrown += (1 - politics.RepressionGrown) * model.Clock.Chance(p.Strength * p.Growth * war);
        var atPeace = p.LevelAtPeace < 0 ? p.Level : p.LevelAtPeace;
        politics.RepressionOrdered = Math.Min(1, war * p.Level + (1 - war) * atPeace + model.Leader.Crackdown[0]);
        var grown = politics.RepressionOrdered + politics.RepressionGrown * (1 - politics.RepressionOrdered);
        var answer = p.Strength * p.Answer * Math.Max(0, p.SupportWanted - politics.Support);
        politics.Repression = Math.Clamp(grown * (1 - p.Justified * (1 - politics.Justification)) + answer, 0, 1);
    }
}
