using Elites.Diplomacy;
using Elites.Economics;
using Elites.EliteLoyalty;
using Elites.Forces;
using Elites.People;
using Elites.Populations;
using Elites.Street;
using Elites.Veterans;
using Elites.Warfare;

namespace Elites;

/// <summary>How the world begins: what each room holds at first, and how everyone comes to terms with it.</summary>
public sealed partial class ElitesModel
{
    /// <summary>Passes after which loyalty has gone down the tree of patrons; once it stands still, another pass changes nothing.</summary>
    private const int PassesOfPatronage = 8;

    /// <summary>Passes after which opinions hardly move: each leaves about two thirds of what is missing.</summary>
    private const int PassesOfOpinion = 16;

    private Office MakeOffice() => new(Leader) { Tenure = Parameters.Loyalty.YearsInOffice };

    /// <summary>The economy, with the defence share of the war or, without one, of peace.</summary>
    private Economy MakeEconomy()
    {
        var share = Parameters.War.Enabled ? Parameters.War.DefenceShare : Math.Max(0.001, Parameters.Settlement.DefenceShare);
        return new Economy { DefenceShareInWar = share, DefenceShare = share };
    }

    private Unrest MakeUnrest() => new() { Sparks = new double[Parameters.Ties.Regions], YearOfActivity = new double[Clock.TicksPerYear] };

    private EliteClimate MakeClimate() => new() { ClanShocks = new double[Parameters.Ties.Clans], Suppression = Parameters.Right.Suppress };

    /// <summary>The polity at war, or a world at peace since ten years: nobody fell, nothing was promised and not kept.</summary>
    private void BeAtWarOrPeace()
    {
        var p = Parameters;
        (War.Casualties, War.ExpectedTerms) = (p.War.CasualtiesAtStart, p.War.ExpectedTerms);
        (Repression.Effective, Narrative.Strength) = (p.Repression.Level, p.Narrative.InitialStrength);
        if (p.War.Enabled)
            return;
        (Settlement.IsWar, Settlement.Warness, Settlement.WeeksSettled, Settlement.Terms) = (false, 0, 520, 1);
        (War.Casualties, Repression.Justification) = (0, 0);
        (War.Intensity, War.Troops) = (0, 0);
    }

    /// <summary>Everyone has come to terms with the war as it is.</summary>
    private void Begin()
    {
        var p = Parameters;
        (Leader.Resolve[0], Leader.Age[0]) = (p.Obedience.ResolveAtStart, p.Succession.Age);
        var draws = Draws(Purposes.Birth);
        Climate.RegimeShock = draws.Normal(0, p.Loyalty.RegimeNoise);
        Climate.Frailty = Draws(Purposes.Frailty).Normal(0, p.Loyalty.Frailty);
        foreach (ref var shock in Climate.ClanShocks.AsSpan())
            shock = draws.Normal(0, p.Loyalty.ClanNoise);
        new CountUnemployed(Economy, Persons).Step();
        OpenWar();
        OpenEconomy();
        PayHouseholds();
        foreach (var row in Households.Recipients)
            Mass.Reference[row] += Mass.Windfall[row];
        Array.Fill(Army.Morale, new WearDownMorale(Army, War, Settlement, Economy, Moment, p).Target(0));
        AllotBlame().Begin();
        FeelHardship();
        Run(Mass, JudgeLegitimacy());
        Run(Mass, new ComeToTerms(new NurseGrievance(Economy, p, Clock)));
        Commit(Mass.Loyalty, Mass.Grievance);
        Run(Mass, new ComeToOrganise(new Organise(Clock, p)), Soldiers.Rows);
        OweForPosts();
        Observe();
        Run(Elite, new ComeToBelieve(new BelieveStabInBack(Settlement, War, Narrative, Clock, p)));
        Repress();
        ComeToAnOpinion();
        Unrest.LastPolicy = (Settlement.Warness, Repression.Ordered);
        TakeSides();
        Observe();
        if (p.Leader.Strength > 0)
            DecideAsLeader().Reckon();
    }

    /// <summary>Everyone has had his post since a time that is exponential at the rate at which posts change hands.</summary>
    private void OweForPosts()
    {
        var p = Parameters.Loyalty;
        for (var row = 0; p.Turnover > 0 && row < Elite.Count; row++)
        {
            var draws = Draws(Elite.Ids[row], Purposes.Appointment);
            Elite.Debt[row] = (float)(p.Debt * Clock.LeftAfter(Clock.WeeksPerYear * draws.Exponential(p.Turnover), p.DebtHalfLife));
        }
    }

    private void OpenWar()
    {
        var (p, usual) = (Parameters.Bargaining, Parameters.Belief.Usual);
        War.Aid = Parameters.War.Aid;
        (War.Troops, War.Belief) = (Parameters.Population.SoldiersMillion, usual);
        (Bargain.Demand, Bargain.FirmDemand) = (p.DemandAtStart, p.DemandAtStart);
        (Bargain.Offer, Bargain.BestOffer) = (p.OfferAtStart, p.OfferAtStart);
        War.VictoryChance = Bargain.WeighedChance = new ReckonVictory(War, Parameters).Chance();
        for (var row = 0; row < Elite.Count; row++)
        {
            var draws = Draws(Elite.Ids[row], Purposes.FirstBelief);
            Elite.VictoryBelief[row] = (float)Math.Clamp(draws.Normal(usual, Parameters.Belief.Spread), 0, 1);
        }
    }

    private void OpenEconomy()
    {
        var p = Parameters.Prices;
        (Economy.ExchangeRate, Economy.Reserves) = (p.ExchangeRate, p.ReservesAtStart);
        Economy.Overhang = Parameters.War.Enabled ? p.OverhangAtStart : 0;
        Economy.Listings = Parameters.SanctionsInForce(Settlement) * Parameters.Sanctions.Listings / CollectRevenue.ListingsOfShock;
        new ConsultPatron(Patron, War, Settlement, Parameters).Step();
        new CollectRevenue(Economy, Patron, War, Settlement, Parameters).Step();
        new MovePrices(Economy, Settlement, Moment, Parameters).Begin();
        new SetRate(Economy, Clock, Parameters).Begin();
    }

    /// <summary>The first opinions: where the world as it is brings everyone, by steps as long as are sure not to overshoot.</summary>
    private void ComeToAnOpinion()
    {
        Mass.Conviction.Values.CopyTo(Mass.Opinion.Next);
        Commit(Mass.Opinion);
        var pull = Parameters.Narrative.Pull;
        for (var pass = 0; pull > 0 && pass < PassesOfOpinion; pass++)
        {
            Run(Mass, OpinionsOf(1 / pull));
            Commit(Mass.Opinion);
        }
        Mass.Opinion.Values.CopyTo(Mass.FirstOpinion.All);
    }

    /// <summary>The first loyalties of the elite, from the top of the clans down.</summary>
    private void TakeSides()
    {
        Voices.Listen();
        MissSupport().Begin();
        Run(Elite, new HearPeople(Voices, 1));
        for (var (pass, standsStill) = (0, false); pass < PassesOfPatronage && !standsStill; pass++)
        {
            Run(Elite, new TakeSides(ReconsiderLoyalty(), NurseEliteGrievance()));
            standsStill = Elite.Loyalty.Next.SequenceEqual(Elite.Loyalty.Values);
            Commit(Elite.Loyalty, Elite.Grievance);
        }
        Run(Elite, new ShowLoyalty(Repression, Climate, Clock, Parameters.Loyalty));
    }
}
