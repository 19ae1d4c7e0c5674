using Agents.Data;
using Elites.Coups;
using Elites.Economics;
using Elites.EliteLoyalty;
using Elites.Forces;
using Elites.People;
using Elites.Veterans;

namespace Elites.Study;

/// <summary>What the essays claim about soldiers, veterans, workers and their bonuses.</summary>
internal static class SoldierClaims
{
    private const string Aron = "Aron 2025";
    private const string PeaceTrap = "The peace trap 2025";

    public static readonly IReadOnlyList<Mechanism> All =
    [
        new("S8", "The economy is restructured for war, so that the way back is not painless: defence workers are slow to find civil jobs",
            Aron, nameof(ChangeJobs), "labour.mismatch", "0", "labour.mismatch"),
        new("S9", "War writes off everything: privation is discounted in war and looms larger at peace",
            Aron, nameof(FeelHardship) + ", " + nameof(NurseEliteGrievance), "hardship.write_off", "0", "hardship.write_off",
            Note: "the war's discount on blame is blame.in_war, which 1 removes"),
        new("S10", "Bonuses, wages and death payouts far above incomes have lifted poor regions; to end them hurts",
            Aron, nameof(EarnIncome) + ", " + nameof(Reintegrate), "labour.soldier_pay", "1", "labour.soldier_pay",
            Note: "payouts and remittances are shares of the pay above a civil wage, so that pay at a civil wage ends them all"),
        new("S11", "Embittered veterans expect privileges and upward mobility",
            Aron, nameof(NurseGrievance), "veterans.expectation", "0", "veterans.expectation"),
        new("S12", "Veterans' crime is a problem and rises as benefits fall",
            Aron, nameof(CommitCrimes), "veterans.crime", "0", "veterans.crime"),
        new("S13", "Defence workers lose prestige and security with their jobs",
            Aron, nameof(NurseGrievance) + ", " + nameof(Reintegrate), "grievance.prestige", "0", "grievance.prestige"),
        new("S49", "Soldiers come home traumatised, armed and betrayed by the terms",
            PeaceTrap, nameof(Reintegrate) + ", " + nameof(NurseGrievance) + ", " + nameof(PlotOdds), "veterans.betrayal", "0", "veterans.betrayal"),
        new("S55", "Soldiers return to a labour market that cannot absorb them",
            PeaceTrap, nameof(ChangeJobs), "labour.homecoming", "0", "labour.homecoming"),
        new("S67", "The stress of the war lets units mutiny and the front collapse, and the elite panics",
            PeaceTrap, nameof(WearDownMorale) + ", " + nameof(Mutiny), "units.enabled", "false", "units.intensity"),
        new("S83", "Veterans are brutalised by what they have seen, apart from trauma",
            Aron, nameof(CommitCrimes), "veterans.brutalisation", "0", "veterans.brutalisation"),
    ];
}
