package org.govshare.exchange.announcement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.protocol.control.CaptureOrder;
import org.govshare.protocol.control.CentreKeys;
import org.govshare.protocol.control.ColumnDifference;
import org.govshare.protocol.control.ComputeDigest;
import org.govshare.protocol.control.DigestColumn;
import org.govshare.protocol.control.DigestComputed;
import org.govshare.protocol.control.DigestFailed;
import org.govshare.protocol.control.DigestLook;
import org.govshare.protocol.control.DigestLooked;
import org.govshare.protocol.control.DiscardParked;
import org.govshare.protocol.control.EnrolmentRequested;
import org.govshare.protocol.control.ExpectedColumn;
import org.govshare.protocol.control.ForwardedReceipt;
import org.govshare.protocol.control.InventoryColumn;
import org.govshare.protocol.control.InventoryDataSource;
import org.govshare.protocol.control.InventoryReported;
import org.govshare.protocol.control.InventoryTable;
import org.govshare.protocol.control.KeysChanged;
import org.govshare.protocol.control.KeysTaken;
import org.govshare.protocol.control.Lane;
import org.govshare.protocol.control.Lease;
import org.govshare.protocol.control.MappedColumn;
import org.govshare.protocol.control.MappingStep;
import org.govshare.protocol.control.NodeStarted;
import org.govshare.protocol.control.Order;
import org.govshare.protocol.control.ParkedGroup;
import org.govshare.protocol.control.ParkedRowsReported;
import org.govshare.protocol.control.ParkedSealed;
import org.govshare.protocol.control.ParkedShown;
import org.govshare.protocol.control.ReceiptHead;
import org.govshare.protocol.control.RenewLease;
import org.govshare.protocol.control.ReplayedKeys;
import org.govshare.protocol.control.ReportInventory;
import org.govshare.protocol.control.ReportRun;
import org.govshare.protocol.control.RowCondition;
import org.govshare.protocol.control.RunLimits;
import org.govshare.protocol.control.RunProgress;
import org.govshare.protocol.control.RunReleased;
import org.govshare.protocol.control.RunStandsBy;
import org.govshare.protocol.control.RunWithheld;
import org.govshare.protocol.control.SchemaDrifted;
import org.govshare.protocol.control.SealParked;
import org.govshare.protocol.control.ShowParked;
import org.govshare.protocol.control.SignedEvent;
import org.govshare.protocol.control.SignedLease;
import org.govshare.protocol.control.SignedOrder;
import org.govshare.protocol.control.StartRun;
import org.govshare.protocol.control.StopRun;
import org.govshare.protocol.control.TrialDone;
import org.govshare.protocol.control.TrialFailed;
import org.govshare.protocol.control.TrialPlan;
import org.govshare.protocol.control.TryRun;
import org.govshare.protocol.crypto.SealedForNode;
import org.govshare.protocol.crypto.SealedText;
import org.govshare.protocol.reconciliation.Comparison;
import org.govshare.protocol.reconciliation.Difference;

/** Keeps the protocol's records readable and writable as JSON in a native executable. */
@RegisterForReflection(
    targets = {
      CaptureOrder.class,
      ComputeDigest.class,
      DigestColumn.class,
      DigestComputed.class,
      DigestFailed.class,
      DigestLook.class,
      DigestLooked.class,
      DigestLooked.Group.class,
      DigestLooked.Row.class,
      Comparison.class,
      Difference.class,
      EnrolmentRequested.class,
      ForwardedReceipt.class,
      InventoryColumn.class,
      InventoryDataSource.class,
      InventoryReported.class,
      InventoryTable.class,
      Lane.class,
      MappedColumn.class,
      MappingStep.class,
      NodeStarted.class,
      DiscardParked.class,
      ColumnDifference.class,
      ExpectedColumn.class,
      SchemaDrifted.class,
      ParkedGroup.class,
      ParkedRowsReported.class,
      ParkedShown.class,
      ParkedSealed.class,
      SealParked.class,
      SealedForNode.class,
      ReplayedKeys.class,
      ShowParked.class,
      ReportInventory.class,
      ReportRun.class,
      RunLimits.class,
      RowCondition.class,
      RunProgress.class,
      RunReleased.class,
      RunWithheld.class,
      SignedEvent.class,
      CentreKeys.class,
      Lease.class,
      ReceiptHead.class,
      KeysTaken.class,
      KeysChanged.class,
      RenewLease.class,
      RunStandsBy.class,
      SignedLease.class,
      Order.class,
      SignedOrder.class,
      StartRun.class,
      StopRun.class,
      SealedText.class,
      TrialDone.class,
      TrialFailed.class,
      TrialPlan.class,
      TryRun.class
    })
final class ProtocolReflection {
  private ProtocolReflection() {}
}
