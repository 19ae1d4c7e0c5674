using Elites.Parameters;

namespace Elites.Rules;

/// <summary>M7 for the elite: its rents follow the defence budget and the economy, felt against a reference that adapts.</summary>
internal readonly struct FeelRents : IRule<Elite>
{
    private readonly RentParameters exposure;
    private readonly float cut;
    private readonly float gap;
    private readonly float speed;

    public FeelRents(Economy economy, ElitesParameters parameters)
    {
        exposure = parameters.Rent;
        cut = (float)(1 - economy.DefenceShare / economy.DefenceShareInWar);
        gap = (float)economy.Gap;
        speed = (float)(1 - Politics.Left(1, Clock.WeeksPerYear * parameters.Hardship.EliteHalfLife));
    }

    public void Step(Agent<Elite> me)
    {
        var rent = 1 - Exposure(me.Kind) * cut + gap;
        me.RentGap = (rent - me.Reference) / me.Reference;
        me.Reference += speed * (rent - me.Reference);
    }

    private float Exposure(EliteKind kind) => (float)(kind switch
    {
        EliteKind.Oligarch => exposure.Oligarchs,
        EliteKind.General or EliteKind.FieldOfficer => exposure.Officers,
        EliteKind.SecurityOfficer => exposure.SecurityOfficers,
        EliteKind.Director => exposure.Directors,
        _ => exposure.Ultranationalists,
    });
}
