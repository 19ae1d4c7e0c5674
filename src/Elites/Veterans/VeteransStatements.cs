using Agents.Data;
using Elites.Coups;
using Elites.Economics;
using Elites.People;
using Elites.Street;

namespace Elites.Veterans;

/// <summary>What the essays say of soldiers who come home.</summary>
internal static class VeteransStatements
{
    public static readonly IReadOnlyList<Mechanism> All =
    [
        new("S11", "Embittered veterans expect privileges and upward mobility", Essays.Aron, nameof(NurseGrievance), "veterans.expectation", "0", "veterans.expectation"),
        new("S12", "Veterans' crime is a problem and rises as benefits fall", Essays.Aron, nameof(CommitCrimes), "veterans.crime", "0", "veterans.crime"),
        new("S49", "Soldiers come home traumatised, armed and betrayed by the terms", Essays.PeaceTrap, $"{nameof(Reintegrate)}, {nameof(NurseGrievance)}, {nameof(DecideProtest)}, {nameof(Organise)}, {nameof(GatherVeterans)}", "veterans.betrayal", "0", "veterans.betrayal"),
        new("S55", "Soldiers return to a labour market that cannot absorb them", Essays.PeaceTrap, nameof(ChangeJobs), "labour.homecoming", "0", "labour.homecoming"),
        new("S83", "Veterans are brutalised by what they have seen, apart from trauma", Essays.Aron, $"{nameof(CommitCrimes)}, {nameof(DecideProtest)}, {nameof(Organise)}", "veterans.brutalisation", "0", "veterans.brutalisation"),
    ];
}
