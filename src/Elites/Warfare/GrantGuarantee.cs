namespace Elites.Warfare;

/// <summary>
/// M1, the adversary's guarantee: where a settlement names its guarantees, they stand from the announcement on, and take hope from a war that would
/// be taken up again.
/// </summary>
internal readonly struct GrantGuarantee(War war, Settlement settlement, ElitesParameters parameters)
{
    public void Step()
    {
        if (!settlement.IsAnnouncement || parameters.Settlement.Guarantees < 0)
            return;
        war.Guaranteed = 1 - settlement.Terms.Guarantees;
        war.VictoryChance = new ReckonVictory(war, parameters).Chance();
    }
}
