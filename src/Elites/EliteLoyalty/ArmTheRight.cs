using Elites.Populations;

namespace Elites.EliteLoyalty;

/// <summary>M17, arms: where ultranationalists are suppressed they lose that share of their arms, and all force is shared out anew.</summary>
internal readonly struct ArmTheRight(ElitesModel model, RightParameters p)
{
    public void Step()
    {
        if (model.Politics.Suppression == p.Suppress)
            return;
        model.Politics.Suppression = p.Suppress;
        Share(model.Elite, p.Suppress);
    }

    /// <summary>Gives everyone his share of all force.</summary>
    public static void Share(Elite elite, double suppressed)
    {
        var ultranationalists = elite.Of(EliteKind.Ultranationalist);
        var sum = 0.0;
        for (var row = 0; row < elite.Count; row++)
        {
            var isDisarmed = row >= ultranationalists.From && row < ultranationalists.To;
            elite.Force[row] = (float)(elite.Arms[row] * (isDisarmed ? 1 - suppressed : 1));
            sum += elite.Force[row];
        }
        foreach (ref var force in elite.Force.All)
            force = (float)(force / Math.Max(sum, double.Epsilon));
    }
}
