using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agents.Generators.Analyzers;

/// <summary>One row of a column, as some code reads or writes it.</summary>
/// <param name="Column">The column.</param>
/// <param name="Row">The row's number.</param>
/// <param name="IsPending">True for the pending value of a state.</param>
internal readonly record struct RowAccess(IOperation Column, IOperation Row, bool IsPending)
{
    /// <summary>The property that holds the column, where it stands in a population.</summary>
    public IPropertySymbol? Property => (Column as IPropertyReferenceOperation)?.Property;

    /// <summary>What an operation takes from a column: X[row], X.Next[row] and its like, X.Pending(row); null if it is none of them.</summary>
    public static RowAccess? In(IOperation operation, Framework framework) => operation switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } rows, Arguments: { Length: 1 } row } => In(rows.Unconverted(), row[0].Value, framework),
        IInvocationOperation { TargetMethod.Name: "Pending", Instance: { } column, Arguments: { Length: 1 } row } when Framework.IsOf(column.Type, framework.State) =>
            new RowAccess(column.Unconverted(), row[0].Value, IsPending: true),
        _ => null,
    };

    /// <summary>Whether something is assigned to, counted up or handed out by a writable reference.</summary>
    public static bool IsWritten(IOperation place) => place.Parent switch
    {
        IIncrementOrDecrementOperation => true,
        IAssignmentOperation assignment => assignment.Target == place,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref } } => true,
        IFieldReferenceOperation part => IsWritten(part),
        ITupleOperation tuple => IsWritten(tuple),
        _ => false,
    };

    private static RowAccess? In(IOperation rows, IOperation row, Framework framework)
    {
        if (framework.IsColumn(rows.Type))
            return new RowAccess(rows, row, IsPending: false);
        return rows is IPropertyReferenceOperation { Property.Name: "Next" or "All" or "Initial" or "Values", Instance: { } column } span && framework.IsColumn(column.Type)
            ? new RowAccess(column.Unconverted(), row, IsPending: span.Property.Name == "Next")
            : null;
    }
}
